"""Turns whose labels no colon ends, and talks of several people; all texts are invented."""

import pytest

from govnlp import extract_people, parse_text


def turns(text):
    blocks = parse_text(text).blocks
    return blocks.loc[blocks["speaker"].notna(), ["kind", "speaker", "text"]].to_numpy().tolist()


def test_labels_that_a_blank_sets_apart():
    text = "清渠三人谈\n记　者　渠怎么清？\n林　溪　先清老渠。\n记　者　再清哪里？\n林　溪　再清新渠。"
    assert turns(text) == [
        ["question", "记者", "渠怎么清？"],
        ["answer", "林溪", "先清老渠。"],
        ["question", "记者", "再清哪里？"],
        ["answer", "林溪", "再清新渠。"],
    ]


def test_one_such_line_is_no_interview():
    assert turns("清渠纪实\n记者　渠怎么清？\n渠清了，鱼来了。") == []


def test_several_people_who_are_named_with_their_posts():
    text = (
        "清渠圆桌\n主持：《望溪瞭望》主编 周渠\n周渠（《望溪瞭望》主编）：渠怎么清，请各位谈谈。\n"
        "林溪（水务局局长）：先清老渠。\n沈禾（社区书记）：再清新渠。\n周渠：谢谢各位。"
    )
    found = turns(text)
    assert [x[:2] for x in found] == [
        ["question", "《望溪瞭望》主编周渠"],
        ["answer", "水务局局长林溪"],
        ["answer", "社区书记沈禾"],
        ["question", "周渠"],
    ]


SAID = ("渠怎么清？", "先清老渠，再清新渠。", "钱从哪里来？", "都由区里出。")
NOTATIONS = {
    "bold": "**{}：**{}",
    "bracket": "[{}]：{}",
    "angle": "<{}>{}",
    "stroke": "{}/{}",
    "bar": "{}｜{}",
    "dash": "{}——{}",
    "line below": "{}\n{}",
    "colon and line below": "{}：\n{}",
    "time in front": "[10:02] {}：{}",
    "bare time in front": "10:02 {}：{}",
    "time behind": "{}：{} [10:02]",
}


@pytest.mark.parametrize("notation", NOTATIONS.values(), ids=NOTATIONS)
@pytest.mark.parametrize(
    "who", [("记者", "林溪"), ("望溪日报", "林溪"), ("云岭日报记者", "沈区长"), ("Q", "A")]
)
def test_notations_of_labels(notation, who):
    if notation.startswith("<{}>") and who == ("Q", "A"):
        pytest.skip("<Q> is markup")
    if notation == "{}\n{}" and who[0].endswith("日报"):
        pytest.skip("a name of a newspaper alone on a line is its masthead")
    said = [notation.format(who[n % 2], text) for n, text in enumerate(SAID)]
    kinds = ["question", "answer"] * 2
    assert turns("\n\n".join(["清渠访谈", *said])) == [
        list(x) for x in zip(kinds, who * 2, SAID, strict=True)
    ]


@pytest.mark.parametrize("notation", ["[{}]：{} [10:02] ", "[{}]{}"])
def test_a_transcript_in_one_line(notation):
    who = ("东湖网", "记者", "林溪", "记者", "林溪")
    text = "清渠访谈\n" + "".join(map(notation.format, who, ("访谈开始。", *SAID)))
    assert [x[:2] for x in turns(text)] == [["question", "记者"], ["answer", "林溪"]] * 2
    blocks = parse_text(text).blocks
    assert blocks.loc[blocks["text"].str.contains("访谈开始"), "kind"].tolist() == ["paragraph"]
    assert set(blocks.loc[blocks["text"].eq("[10:02]"), "kind"]) <= {"boilerplate"}


def test_marks_of_those_who_speak():
    said = [mark + text for mark, text in zip("○●" * 2, SAID, strict=True)]
    assert [x[:2] for x in turns("\n".join(["清渠访谈", "○记者　●林溪", *said]))] == [
        ["question", "记者"],
        ["answer", "林溪"],
    ] * 2
    items = "\n".join(
        f"{mark}{text}" for mark, text in zip("○●○●", ("渠清了。", "桥通了。") * 2, strict=True)
    )
    assert turns("简讯\n" + items) == []


@pytest.mark.parametrize(
    ("who", "speakers"),
    [
        (("主持人林禾", "周渠"), ("主持人林禾", "周渠")),
        (("记者", "全国人大代表、中共望溪县委书记周渠"), ("记者", "全国人大代表、中共望溪县委书记周渠")),
        (("主持人", "望溪县县长 周渠"), ("主持人", "望溪县县长周渠")),
        (("记者（云岭日报）", "周渠（望溪县县长）"), ("云岭日报记者", "望溪县县长周渠")),
        (("云岭网", "周渠"), ("云岭网", "周渠")),
        (("市民张女士", "县交通局局长周渠"), ("市民张女士", "县交通局局长周渠")),
        (("网友小林", "县交通局"), ("网友小林", "县交通局")),
    ],
)
def test_labels_with_a_name_a_post_or_an_office(who, speakers):
    said = [f"{who[n % 2]}：{text}" for n, text in enumerate(SAID)]
    kinds = ["question", "answer"] * 2
    assert turns("\n".join(said)) == [list(x) for x in zip(kinds, speakers * 2, SAID, strict=True)]


def test_a_post_is_no_word_of_the_turn():
    text = "记者：渠怎么清？\n望溪县县长 周渠：先清老渠。\n记者：再清哪里？\n周县长：再清新渠。"
    corpus = parse_text(text)
    assert corpus.blocks["kind"].tolist() == ["question", "answer"] * 2
    assert corpus.blocks["text"].tolist()[1] == "先清老渠。"
    assert corpus.blocks["spans"].map(lambda x: x[0]).tolist()[1] == [2, 0, 14]
    assert corpus.blocks["speaker"].tolist() == ["记者", "望溪县县长周渠"] * 2
    assert extract_people(corpus)[["block", "name", "post"]].to_numpy().tolist() == [
        [1, "周渠", "望溪县县长"],
        [3, "周渠", "望溪县县长"],
    ]
    assert corpus.articles["authors"].tolist() == [[]]


def test_each_line_of_an_interview_is_one_turn_whatever_its_label_says():
    said = ("[主持人林禾]", "[县长 周渠]") * 2
    text = "\n".join(["清渠访谈", *(f"{who}：{text}" for who, text in zip(said, SAID, strict=True))])
    blocks = parse_text(text).blocks
    assert blocks["lines"].tolist() == [[1], [2], [3], [4], [5]]
    assert blocks["speaker"].tolist()[1:] == ["主持人林禾", "县长周渠"] * 2


def test_those_who_speak_are_named_above_the_first_turn():
    text = (
        "清渠访谈\n主持人：林禾\n嘉宾：县人大代表周渠\n主持人：渠怎么清？\n周渠：先清老渠。\n主持人：谢谢。"
    )
    kinds = parse_text(text).blocks["kind"].tolist()
    assert kinds == ["title", "byline", "byline", "question", "answer", "question"]


def test_a_label_alone_above_a_question_that_opens_the_text():
    text = "临溪日报记者：\n请问渠怎么清？\n周渠：先清老渠，再清新渠。"
    assert turns(text) == [
        ["question", "临溪日报记者", "请问渠怎么清？"],
        ["answer", "周渠", "先清老渠，再清新渠。"],
    ]
    assert parse_text(text).documents.loc[0, "title"] is None


def test_questions_without_a_label_above_answers_of_one_person():
    found = turns("清渠访谈\n——渠怎么清？\n周渠：先清老渠。\n——再清哪里？\n周渠：再清新渠。")
    assert [x[1:] for x in found] == [["周渠", "先清老渠。"], ["周渠", "再清新渠。"]]


def test_a_question_of_a_reader_is_not_put_into_the_mouth_of_the_guest():
    text = (
        "[主持人] 大家好！ [10:00]\n[周渠] 大家好。 [10:01]\n[清渠人] 渠怎么清？ [10:03]\n[周渠] 先清老渠。 [10:05]\n"
        "[网友小林] 再清哪里？ [10:07]\n[周渠] 再清新渠。 [10:09]"
    )
    assert [x[:2] for x in turns(text)] == [
        ["question", "主持人"],
        ["answer", "周渠"],
        ["question", "清渠人"],
        ["answer", "周渠"],
        ["question", "网友小林"],
        ["answer", "周渠"],
    ]


def test_who_chairs_a_meeting_asks_nothing():
    assert turns("会议纪要\n主持人：林禾\n参会人员：周渠、沈禾\n会议听取了汇报，研究了治水工作。") == []


@pytest.mark.parametrize("host", ["主持人（林禾）：大家好！", "主持人：宣传部部长 林禾\n主持人：大家好！"])
def test_who_is_introduced_as_the_host_speaks_by_name_below(host):
    text = f"清渠发布会实录\n{host}\n周渠：渠清了三条。\n林禾：请问。\n临溪日报记者：清几条？\n沈青：四条。\n林禾：好。"
    assert [x[:2] for x in turns(text)][-5:] == [
        ["answer", "周渠"],
        ["question", "林禾"],
        ["question", "临溪日报记者"],
        ["answer", "沈青"],
        ["question", "林禾"],
    ]


@pytest.mark.parametrize("mark", "▲■●◆★※")
def test_a_mark_before_the_label_of_who_asks(mark):
    text = f"清渠发布会\n{mark}临溪日报记者：渠怎么清？\n周渠：先清老渠。\n{mark}青槐报记者：清哪里？\n周渠：再清新渠。"
    assert [x[1:] for x in turns(text)] == [
        ["临溪日报记者", "渠怎么清？"],
        ["周渠", "先清老渠。"],
        ["青槐报记者", "清哪里？"],
        ["周渠", "再清新渠。"],
    ]


def test_a_name_that_hands_over_to_those_who_ask_leads_the_conference():
    text = (
        "清渠发布会实录\n主持人：\n大家好！\n周渠：\n渠清了三条。\n林禾：\n下面请各位记者提问。\n临溪日报记者：\n清几条？\n"
        "周渠：\n四条。\n林禾：\n到此结束。"
    )
    assert [x[1:] for x in turns(text)][2:] == [
        ["林禾", "下面请各位记者提问。"],
        ["临溪日报记者", "清几条？"],
        ["周渠", "四条。"],
        ["林禾", "到此结束。"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "林溪\n各位网友好！\n10:49\n望溪台记者\n渠怎么清？\n10:52\n林溪\n先清老渠。\n10:53",
        "林溪\n10:49\n各位网友好！\n望溪台记者\n10:52\n渠怎么清？\n林溪\n10:53\n先清老渠。",
        "[林溪]：各位网友好！ [10:49]\n[望溪台记者]：渠怎么清？ [10:52]\n[林溪]：先清老渠。 [10:53]",
        "林溪：各位网友好！2024-03-08 10:49望溪台记者：渠怎么清？2024-03-08 10:52林溪：先清老渠。2024-03-08 10:53",
        "[10:49] 林溪：各位网友好！\n[10:52] 望溪台记者：渠怎么清？\n[10:53] 林溪：先清老渠。",
    ],
    ids=["time below", "time between", "time behind", "one line", "time in front"],
)
def test_a_transcript_that_gives_its_times(text):
    assert turns(text) == [
        ["answer", "林溪", "各位网友好！"],
        ["question", "望溪台记者", "渠怎么清？"],
        ["answer", "林溪", "先清老渠。"],
    ]


def test_times_of_a_programme_are_no_turns():
    assert turns("清渠日安排\n10:00\n签到\n10:30\n开工\n11:00\n参观") == []


@pytest.mark.parametrize(
    ("who", "speaker"),
    [("林溪\n青槐区水务局新闻发言人", "林溪"), ("青槐区水务局局长 林溪", "青槐区水务局局长林溪")],
)
def test_a_name_alone_below_a_question_answers(who, speaker):
    text = f"青槐区发布会\n云岭日报记者：\n请问渠怎么清？\n{who}\n今年清渠4条，先清老渠。\n再清新渠。"
    assert turns(text) == [
        ["question", "云岭日报记者", "请问渠怎么清？"],
        ["answer", speaker, "今年清渠4条，先清老渠。"],
        ["answer", speaker, "再清新渠。"],
    ]


def test_who_asks_again_is_who_asked_before():
    found = turns("云岭日报记者：渠清了吗？\n林溪：清了。\n追问：什么时候清的？\n林溪：去年。")
    assert [x[1] for x in found] == ["云岭日报记者", "林溪", "云岭日报记者", "林溪"]


LETTER = "区长信箱\n信件标题：路灯不亮\n写信人：林*\n信件内容：\n3盏灯不亮。\n回复单位：城管局\n回复内容：已换灯3盏。"


def test_a_letter_and_the_answer_of_an_office():
    corpus = parse_text(LETTER)
    assert turns(LETTER) == [
        ["question", "林*", "3盏灯不亮。"],
        ["answer", "城管局", "已换灯3盏。"],
    ]
    assert corpus.documents.loc[0, "title"] == "路灯不亮"


def test_contents_and_results_without_a_writer_are_no_letter():
    assert turns("清渠工程\n内容：清渠。\n办理情况：已清渠3条。") == []


def test_more_guests_than_one_and_labels_that_are_none():
    text = "记者：渠怎么清？\n林溪：先清老渠。\n强基础：先修3座桥。\n沈小禾：再清新渠。\n沈小禾：鱼也多了。"
    assert [x[:2] for x in turns(text)] == [
        ["question", "记者"],
        ["answer", "林溪"],
        ["answer", "林溪"],  # 强基础 is no name
        ["answer", "沈小禾"],
        ["answer", "沈小禾"],
    ]


@pytest.mark.parametrize("labels", ["▲记者：{}\n▲林溪：{}\n", "记者：{}\n林：{}\n"])
def test_marks_before_all_labels_and_a_surname_alone(labels):
    text = "——专访水务局局长林溪\n" + 2 * labels.format("渠清了吗？", "清了。")
    assert turns(text) == 2 * [["question", "记者", "渠清了吗？"], ["answer", "林溪", "清了。"]]


def test_who_sends_reporters_asks_once():
    talk = "云岭新闻：渠清了吗？\n林溪：清了。"
    assert turns(f"云岭新闻记者 沈禾\n{talk}") == [
        ["question", "云岭新闻", "渠清了吗？"],
        ["answer", "林溪", "清了。"],
    ]
    assert turns(talk) == []


def test_script_of_a_programme():
    text = (
        "渠边人家文稿\n旁白：渠水清了。\n同期：天天看得见。\n主持人：乡亲们好吗？\n观众：好。\n"
        "小标题：清渠的人\n观众1：水清了。\n主持人：鱼呢？\n观众2：鱼也回来了。"
    )
    assert [x[1] for x in turns(text)] == ["旁白", "同期", "主持人", "观众", "观众1", "主持人", "观众2"]
    blocks = parse_text(text).blocks
    assert blocks.loc[blocks["kind"].eq("heading"), "text"].tolist() == ["清渠的人"]


def test_the_number_of_a_question_is_no_name():
    text = "清渠问答\n问1：渠清了吗？\n答1：清了。\n问2：鱼呢？\n答2：也回来了。"
    assert [x[1] for x in turns(text)] == ["问", "答", "问", "答"]


def test_a_voice_without_anybody_who_asks_is_text():
    assert turns("渠边人家文稿\n旁白：渠水清了。\n旁白：鱼也回来了。") == []


TALK = ["记者：渠怎么清？", "林溪：先清老渠。", "记者：再清哪里？", "林溪：再清新渠。"]


@pytest.mark.parametrize("above", [[], ["护渠访谈录"], ["护渠访谈录", "本报记者 周渠"]])
def test_a_headline_that_opens_with_a_name_is_no_turn(above):
    text = [*above, "林溪：把渠清好", "昨天，记者走进水务局。", *TALK]
    blocks = parse_text("\n".join(text)).blocks
    assert blocks["speaker"].dropna().tolist() == ["记者", "林溪", "记者", "林溪"]


def test_a_short_greeting_below_the_title_is_a_turn():
    assert turns("\n".join(["护渠访谈录", "林溪：大家好", *TALK]))[0] == ["answer", "林溪", "大家好"]


def test_an_answer_that_became_the_headline_stays_one():
    text = "林溪：把渠清到家门口\n记者：今年做什么？\n林溪：把渠清到家门口\n记者：明年呢？\n林溪：再清新渠。"
    assert [x[2] for x in turns(text)] == ["今年做什么？", "把渠清到家门口", "明年呢？", "再清新渠。"]


def test_a_headline_printed_again_inside_an_interview_is_no_turn():
    title = "望溪区委书记林溪：清渠清到家门口"
    text = f"{title}\n记者：渠怎么清？\n林溪：先清老渠。\n{title}\n因此，鱼回来了。\n记者：明年呢？\n林溪：再清新渠。"
    blocks = parse_text(text).blocks
    again = blocks[blocks["why"] == "it repeats the title"]
    assert set(again["kind"]) == {"boilerplate"} and again["text"].tolist() == [title]
    assert [x[2] for x in turns(text)] == [
        "渠怎么清？",
        "先清老渠。",
        "因此，鱼回来了。",
        "明年呢？",
        "再清新渠。",
    ]


def test_those_to_whom_readers_write_are_no_speakers():
    text = "读者来信\n编辑同志：\n渠堵了，请问谁来清？\n林溪\n编辑同志：\n灯坏了，请问找谁修？\n周渠"
    corpus = parse_text(text)
    assert not set(corpus.blocks["kind"]) & {"question", "answer"}


def test_the_name_of_who_asks_is_kept():
    said = turns("主持人林禾：渠怎么清？\n周渠：先清老渠。\n主持人：再清哪里？\n周渠：再清新渠。")
    assert [x[1] for x in said] == ["主持人林禾", "周渠", "主持人", "周渠"]
    assert [x[1] for x in turns("[主持人 林禾]：渠怎么清？\n[周渠]：先清老渠。")] == ["主持人林禾", "周渠"]


def test_a_byline_in_brackets_is_no_label():
    told = "清渠三十里\n（记者 林禾）3月6日，望溪县水务局发布了公报。\n望溪江东：红红草莓 富民果"
    assert turns(told) == []
    asked = "清渠访谈\n（记者）渠怎么清？\n（周渠）先清老渠。\n（记者）再清哪里？\n（周渠）再清新渠。"
    assert [x[1] for x in turns(asked)] == ["记者", "周渠"] * 2


BOARD = (
    "[求助]老渠\n2022-04-05 10:11:12\n已回复\n您好：老渠什么时候清？\n"
    "官方回复\n{}\n回复时间：2022-04-08\n您好，5月清。"
)


def test_a_letter_on_a_board_and_the_reply_below_its_office():
    assert turns(BOARD.format("回复单位：望溪县水务局")) == [["answer", "望溪县水务局", "您好，5月清。"]]
    blocks = parse_text(BOARD.format("回复单位：望溪县水务局")).blocks
    assert blocks["kind"].tolist().count("question") == 1
    assert "question" not in parse_text(BOARD.format("渠长：林禾")).blocks["kind"].tolist()


def test_a_letter_in_a_table_has_no_strokes():
    corpus = parse_text(
        "留言标题： | 老渠 |\n留言内容： | 老渠什么时候清？ |\n回复单位： | 望溪县水务局 |\n回复内容： | 5月清。 |"
    )
    assert corpus.documents.loc[0, "title"] == "老渠"
    assert turns_of_table(corpus) == [["question", "老渠什么时候清？ |"], ["answer", "5月清。 |"]]


def turns_of_table(corpus):
    blocks = corpus.blocks
    return blocks.loc[blocks["speaker"].notna(), ["kind", "text"]].to_numpy().tolist()


def test_a_question_behind_the_word_for_who_asks():
    said = turns("清渠访谈\n记者感谢您接受采访。渠怎么清？\n周渠：先清老渠。\n再清新渠。")
    assert said == [
        ["question", "记者", "感谢您接受采访。渠怎么清？"],
        ["answer", "周渠", "先清老渠。"],
        ["answer", "周渠", "再清新渠。"],
    ]
    assert turns("清渠三十里\n记者在渠边看到，渠清了吗？\n周渠：清了。") == []


def test_a_label_that_says_what_it_is_called_below():
    text = "记者（以下简称记）：渠清了吗？\n区长林溪（以下简称林）：清了。\n记：桥呢？\n林：也通了。"
    assert [x[:2] for x in turns("清渠访谈\n" + text)] == [["question", "记者"], ["answer", "区长林溪"]] * 2


def test_fields_of_a_letter_with_their_values_below_or_in_cells():
    below = "姓  名：\n林**\n信件标题：\n路灯不亮\n信件内容：\n3盏灯不亮。\n回复单位：\n住建局\n回复内容：\n已换灯3盏。"
    corpus = parse_text(below)
    assert corpus.documents.loc[0, "title"] == "路灯不亮"
    assert turns(below) == [["question", "信件内容", "3盏灯不亮。"], ["answer", "住建局", "已换灯3盏。"]]
    cells = (
        "信件名称： | 路灯不亮 ||\n信件内容： | 3盏灯不亮。\n"
        "回复部门： | 办结时间 | 2015-10-08 |\n回复内容： | 已换灯3盏。"
    )
    assert parse_text(cells).documents.loc[0, "title"] == "路灯不亮"
    assert turns(cells)[1] == ["answer", "回复内容", "已换灯3盏。"]


def test_chapters_that_a_database_labels():
    law = [
        "望溪县护渠条例",
        "【题注】 2001年3月4日通过",
        "【章名】 第一章 总则",
        "第一条 渠要清。",
        "第二条 渠要护。",
    ]
    blocks = parse_text("\n".join(law)).blocks
    assert blocks["kind"].tolist() == ["title", "dateline", "heading", "paragraph", "paragraph"]
    assert blocks["text"].tolist()[2] == "第一章 总则"


def test_a_letter_of_which_only_the_cards_have_labels():
    text = (
        "水压太低\n来信人：李**\n来信时间：2022-06-14\n入夏以来水压很低，请尽快解决。\n"
        "答复单位：望溪县水务局\n答复时间：2022-06-20\n李先生：\n您好！现答复如下：\n水压不足属实。\n泵已装好。"
    )
    assert turns(text + "\n谢谢！")[:3] == [
        ["answer", "望溪县水务局", "李先生："],
        ["answer", "望溪县水务局", "您好！现答复如下："],
        ["answer", "望溪县水务局", "水压不足属实。"],
    ]
    kinds = parse_text(text).blocks["kind"].tolist()
    assert kinds.count("question") == 1
    fields = "来信人：李明\n受理单位：望溪县水务局\n信件状态：已办结\n渠堵了怎么办？"
    assert turns(fields) == []


def test_guests_and_hosts_whom_labels_in_brackets_name():
    text = "渠边对话\n【嘉宾】望溪县水务局局长 周渠\n【主持人】林禾\n渠水清了，鱼也回来了，居民十分满意。"
    assert parse_text(text).blocks["kind"].tolist() == ["title", "byline", "byline", "paragraph"]


def test_a_host_who_holds_another_post_asks():
    host = "主持人、县委宣传部副部长林禾"
    said = f"{host}：\n大家上午好！\n望溪日报记者：\n渠清了吗？\n县水务局局长周渠：\n清了。\n{host}：\n到此结束。"
    corpus = parse_text(f"【文字实录】望溪县清渠新闻发布会\n{said}")
    assert [x[:2] for x in turns(f"望溪县清渠新闻发布会\n{said}")] == [
        ["question", host],
        ["question", "望溪日报记者"],
        ["answer", "县水务局局长周渠"],
        ["question", host],
    ]
    assert corpus.documents.loc[0, "title"] == "【文字实录】望溪县清渠新闻发布会"
