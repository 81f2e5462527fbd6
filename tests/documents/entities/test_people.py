"""People: bylines, credits, officials; names and places are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govnlp as gn
from govnlp.documents.entities.bylines import split_byline
from govnlp.documents.entities.people import officials


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "云岭日报全媒记者 陈晓禾 通讯员 孙小满 李苗",
            "陈晓禾reporter 孙小满correspondent 李苗correspondent",
        ),
        (
            "(记者陈晓禾、赵一帆 通讯员孙小满 统筹:周雨)",
            "陈晓禾reporter 赵一帆reporter 孙小满correspondent 周雨editor",
        ),
        ("（记者陈晓禾、赵一帆　通讯员：孙小满）", "陈晓禾reporter 赵一帆reporter 孙小满correspondent"),
        ("(作者:陈晓禾赵一帆 周雨)", "陈晓禾reporter 赵一帆reporter 周雨reporter"),
        ("【责任编辑:周雨】", "周雨editor"),
        ("记者周雨 摄", "周雨photographer"),
        ("周雨 摄", "周雨photographer"),
        ("记者欧阳小满", "欧阳小满reporter"),
        ("本报记者　周　雨　通讯员　李　明", "周雨reporter 李明correspondent"),
        ("记者 阿依古丽·买买提 周雨", "阿依古丽·买买提reporter 周雨reporter"),
        ("本报讯", ""),
        (
            "记者 陈晓禾 周雨 摄影 孙小满、李苗",
            "陈晓禾reporter 周雨reporter 孙小满photographer 李苗photographer",
        ),
        ("陈晓禾 周雨 文 孙小满 摄", "陈晓禾reporter 周雨reporter 孙小满photographer"),
        ("文/陈晓禾 摄影/周雨", "陈晓禾reporter 周雨photographer"),
        ("记者 陈晓禾/文 周雨/图", "陈晓禾reporter 周雨photographer"),
        ("文、图/陈晓禾", "陈晓禾reporter"),
        ("记者 陈晓禾 文/图", "陈晓禾reporter"),
        ("记者 陈晓禾 通讯员 周雨 文/图", "陈晓禾reporter 周雨correspondent"),
        ("□孙小满 本报记者 陈晓禾", "孙小满reporter 陈晓禾reporter"),
    ],
)
def test_roles_of_a_byline(text, pairs):
    assert " ".join(name + role for name, role in split_byline(text)) == pairs


def test_names_run_together_are_cut_and_flagged_where_the_cut_is_uncertain():
    assert split_byline("记者周雨王一") == [("周雨", "reporter"), ("王一", "reporter")]
    # 周雨 + 林王一 and 周雨林 + 王一 are both names
    table = gn.extract_people(gn.parse_text("记者周雨林王一 陈晓禾", doc_id="d"))
    assert table[["name", "certain"]].values.tolist() == [
        ["周雨", False],
        ["林王一", False],
        ["陈晓禾", True],
    ]


def test_reporters_who_also_photograph_stay_reporters():
    assert split_byline("本报记者 陈晓禾 赵一帆 摄影报道") == [("陈晓禾", "reporter"), ("赵一帆", "reporter")]


def people(text):
    table = gn.extract_people(gn.parse_text(text, doc_id="d"))
    return table[["name", "role", "post"]].values.tolist()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("临溪区委书记陈晓禾说,要改善交通。", [["陈晓禾", "official", "临溪区委书记"]]),
        ("会上，望江县县长周雨接受采访。", [["周雨", "official", "望江县县长"]]),
        ("时任云岭市市长孙小满走进学校。", [["孙小满", "official", "云岭市市长"]]),
        ("省人民代表大会会议上代市长周雨作报告,请委员和列席人员提意见。", [["周雨", "official", "代市长"]]),
        ("区委书记关于教育的批示,区长时隔一年再访。", []),
        ("区水利局局长陈晓禾指着图说,水清了。", [["陈晓禾", "official", "区水利局局长"]]),
        ("陈建国书记走进社区。", [["陈建国", "official", "书记"]]),
        ("随后，周雨副区长介绍情况。", [["周雨", "official", "副区长"]]),
        ("专访青槐区委书记周雨", [["周雨", "official", "青槐区委书记"]]),
        ("节目请来望溪县县长周雨。", [["周雨", "official", "望溪县县长"]]),
        ("市长周雨铿锵有力的声音犹在耳边。", [["周雨", "official", "市长"]]),
        (
            "县委书记、县人大常委会主任陈晓禾，县委常委、副县长周雨陪同。",
            [
                ["陈晓禾", "official", "县委书记、县人大常委会主任"],
                ["周雨", "official", "县委常委、副县长"],
            ],
        ),
        (
            "陈建国局长、区长周雨到会。",
            [["陈建国", "official", "局长"], ["周雨", "official", "区长"]],
        ),
        ("全省长江经济带建设提速。", []),
        ("副组长：李　林　市政府副市长", [["李林", "official", "市政府副市长"]]),
        ("自治区主席艾山·吐尔逊出席会议。", [["艾山·吐尔逊", "official", "自治区主席"]]),
        ("青槐区区长买买提江·吾买尔说，渠清了。", [["买买提江·吾买尔", "official", "青槐区区长"]]),
        ("区长次仁央宗介绍情况。", [["次仁央宗", "official", "区长"]]),
        (
            "任命周雨、王一为云岭市水务局副局长，免去陈晓禾的云岭学院副校长职务。",
            [
                ["周雨", "official", "云岭市水务局副局长"],
                ["王一", "official", "云岭市水务局副局长"],
                ["陈晓禾", "official", "云岭学院副校长"],
            ],
        ),
        ("孙小满同志任云岭市水务局局长。", [["孙小满", "official", "云岭市水务局局长"]]),
        ("局　长　　王　一", [["王一", "official", "局长"]]),
        (
            "县委书记王 磊出席，副县长周　雨通报情况。",
            [["王磊", "official", "县委书记"], ["周雨", "official", "副县长"]],
        ),
        ("县委书记王 家湾镇调研。", []),  # no verb follows
        ("任命王　磊为望溪县水务局局长。", [["王磊", "official", "望溪县水务局局长"]]),
        (
            "委员：王 磊（水务局局长）　扎西•顿珠（民宗局局长）",
            [["王磊", "official", "水务局局长"], ["扎西•顿珠", "official", "民宗局局长"]],
        ),
        ("成员（局长）到会。", []),
        ("副镇长周雨进行宣讲。", [["周雨", "official", "副镇长"]]),
        ("副镇长周雨禾提出要求。", [["周雨禾", "official", "副镇长"]]),
        ("副镇长周明说，渠清了。", [["周明", "official", "副镇长"]]),
        (
            "副区长陈晓禾、周雨、孙小满参加。",
            [
                ["陈晓禾", "official", "副区长"],
                ["周雨", "official", "副区长"],
                ["孙小满", "official", "副区长"],
            ],
        ),
        ("学习了总书记重要讲话,强化主任负责制。", []),
        ("四年级班主任周雨说,作业减少了。", []),
        ("某公司董事长周雨说,订单增加了。", []),
        ("区长王大为说,渠清了。", [["王大为", "official", "区长"]]),
        (
            "会议审议了王敏院长所作的望溪县人民法院工作报告。",
            [["王敏", "official", "望溪县人民法院院长"]],
        ),
        ("听取了王敏院长所作的工作报告。", []),  # of a school or a hospital
        (
            "周雨，男，汉族，1975年3月生，大学学历，现任望溪县水务局副局长、党组成员，拟任县级职务。",
            [["周雨", "official", "望溪县水务局副局长、党组成员"]],
        ),
        ("鱼种，男，女，现任局长不在。", []),
        ("镇长付林所作的报告。", [["付林", "official", "镇长"]]),
        ("书记高度重视,区长高原说渠清了。", [["高原", "official", "区长"]]),
        ("县长江波说,渠清了。", [["江波", "official", "县长"]]),
        (
            "副主任谈晓明、杜鹃、周雨及大会秘书长黄士强出席。",
            [
                ["谈晓明", "official", "副主任"],
                ["杜鹃", "official", "副主任"],
                ["周雨", "official", "副主任"],
                ["黄士强", "official", "大会秘书长"],
            ],
        ),
        (
            "某区发改委主任周雨、呼和浩特市市长陈晓禾到会。",
            [["周雨", "official", "某区发改委主任"], ["陈晓禾", "official", "呼和浩特市市长"]],
        ),
        (
            "选举周雨为县人大常委会主任、王一为县长,免除陈晓禾同志副县长一职。",
            [
                ["周雨", "official", "县人大常委会主任"],
                ["王一", "official", "县长"],
                ["陈晓禾", "official", "副县长"],
            ],
        ),
        ("接受周雨辞去县长职务,接受王一辞去市人大代表职务。", [["周雨", "official", "县长"]]),
        ("会议听取了区审计局李彦明局长的报告,区武装部主任列席。", [["李彦明", "official", "局长"]]),
        (
            "新闻发言人周雨先生介绍,县领导陈晓禾、王一到会。",
            [
                ["周雨", "official", "新闻发言人"],
                ["陈晓禾", "official", "县领导"],
                ["王一", "official", "县领导"],
            ],
        ),
    ],
)
def test_officials_by_post(sentence, expected):
    assert people(sentence) == expected


def test_prose_about_reporters_is_no_byline():
    assert people("记者从青槐区获悉,全区今年新建学校3所,明年计划再建2所。") == []


def without_blanks(text):
    return "".join(text.split())


@given(st.text(alphabet="记者通讯员摄编辑陈周王李欧阳书记(（ 、:说，", max_size=300))
def test_any_line_gives_names_of_two_to_four_characters(text):
    assert all(2 <= len(name) <= 4 and name in without_blanks(text) for name, _ in split_byline(text))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "组长：陈晓禾　　民政部部长周雨　　财政部部长赵一帆　　司法部部长",
            "陈晓禾民政部部长 周雨财政部部长 赵一帆司法部部长",
        ),
        (
            "成员：陈晓禾 镇办公室主任　　周雨 司法所主任　　赵一帆 妇联主席",
            "陈晓禾镇办公室主任 周雨司法所主任 赵一帆妇联主席",
        ),
        ("民政部部长陈晓禾　　财政部部长周雨", "陈晓禾民政部部长 周雨财政部部长"),
        ("省长　　陈晓禾", "陈晓禾省长"),
        ("副组长：陈  静  县人大主席周雨  乡宣传委员", "陈静县人大主席 周雨乡宣传委员"),
        ("石家庄市长安区先行。中华人民共和国主席陈晓禾。", "陈晓禾中华人民共和国主席"),
    ],
)
def test_posts_in_a_table_that_lost_its_lines(text, pairs):
    assert " ".join(name + post for name, post in officials(text)) == pairs


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县长　林 水 生", "林水生"),
        ("                 区长  沙  明  远", "沙明远"),
        ("市　长　 江 蓠", "江蓠"),  # a plant, too
        ("县人民检察院检察长 康 宁", "康宁"),
        ("市长　欧阳　雪", "欧阳雪"),
    ],
)
def test_names_that_are_set_wide(text, name):
    assert [x for x, _ in officials(text)] == [name]


def test_links_to_other_texts_name_nobody(tmp_path):
    links = "".join(
        f"<li><a href='{x}'>区长陈晓{x}到会</a></li><li><a>周雨{x}摄影展</a></li>" for x in "甲乙丙丁"
    )
    text = "<p>临溪区今年清了三十里老渠，两岸的树都绿了，群众都说清得好。</p>" * 3
    (tmp_path / "a.html").write_text(
        f"<h1>渠清了</h1>{text}<p>责任编辑：李苗</p><ul>{links}</ul>", encoding="utf-8"
    )
    table = gn.extract_people(gn.read_corpus(tmp_path))
    assert table[["name", "role"]].values.tolist() == [["李苗", "editor"]]


def test_a_post_before_a_colon_or_with_a_river_before_it():
    assert officials("执行主席是:陈晓、周雨。") == [("陈晓", "执行主席"), ("周雨", "执行主席")]
    assert officials("四级调研员周雨到会。") == [("周雨", "四级调研员")]
    assert officials("跨市长江大桥、望溪路通车。") == []


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("(记者:周雨 王一(实习) 审核:区人大办)", "周雨reporter 王一reporter"),
        ("作者:法律资料网 时间:2021-03-04", ""),
        ("见习记者 念青禾 通讯员 王一", "念青禾reporter 王一correspondent"),  # a surname that the list lacks
        ("记者 发现 问题", ""),
        ("(周雨明文/图)", "周雨明reporter"),
        ("撰稿:周雨 责编:王一 终审:陈晓", "周雨reporter 王一editor 陈晓editor"),
        ("云岭社发陈晓摄", "陈晓photographer"),
        ("先向记者鞠躬", ""),
    ],
)
def test_other_labels_and_agencies(text, pairs):
    assert " ".join(name + role for name, role in split_byline(text)) == pairs


def test_names_at_the_end_of_a_paragraph():
    table = gn.extract_people(gn.parse_text("渠清了,水绿了,人来了,鸟也来了。周雨摄", doc_id="d"))
    assert table[["name", "role"]].values.tolist() == [["周雨", "photographer"]]


def test_who_reads_a_report_is_an_official_also_without_a_post():
    report = (
        "望溪县政府工作报告\n——在望溪县第三届人民代表大会第一次会议上\n周　雨\n各位代表：\n现在报告工作。"
    )
    assert people(report) == [["周雨", "official", None]]
    assert people("清渠三十里\n周　雨\n渠清了，鱼来了，居民出行方便多了。") == []  # who wrote it


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("李 林为云岭市人民政府秘书长；", [("李林", "云岭市人民政府秘书长")]),
        (
            "王雨桐（女）为云岭市财政局局长；赵明为云岭市中级人民法院审判员。",
            [("王雨桐", "云岭市财政局局长"), ("赵明", "云岭市中级人民法院审判员")],
        ),
        ("周 涛的云岭市水务局局长职务；", [("周涛", "云岭市水务局局长")]),
        ("赵明同志，现任青槐区水务局副局长，拟任局长。", [("赵明", "青槐区水务局副局长")]),
        ("高度为全县之最的局长。", []),
        ("望溪县水务局局长 温存", [("温存", "望溪县水务局局长")]),  # a word, but the line ends there
        ("县长 高度重视", []),
    ],
)
def test_lists_of_appointments_and_signatures(text, pairs):
    assert officials(text) == pairs


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新华社记者李强、通讯员王平采访了村民。", ["李强", "王平"]),
        ("全媒体记者张苗在现场看到，渠清了。", ["张苗"]),
        ("大家好，我是主持人黄芳芳。", ["黄芳芳"]),
        ("本报记者于日前来到渠边，本报记者向他采访。", []),
        ("云岭电视台记者高兴地看到，渠清了。", []),
        ("记者从上海清渠（云岭）汽车园获悉。", []),
    ],
)
def test_reporters_whom_a_sentence_names(text, names):
    assert gn.extract_people(gn.parse_text(text))["name"].tolist() == names


def test_what_a_reporter_does_is_no_part_of_a_post():
    for verb in ("对话", "探访", "会见", "陪同", "独家专访"):
        assert officials(f"{verb}青槐区委书记周明。") == [("周明", "青槐区委书记")]


def test_who_takes_a_post_is_not_named_after_it():
    assert officials("县委书记、县长任指挥长，副县长任志远任组长。") == [("任志远", "副县长")]


def test_what_an_official_speaks_of_is_no_name():
    assert officials("【县区委书记谈乡村旅游】") == []
    assert officials("区委书记谈绪祥说，渠清了。") == [("谈绪祥", "区委书记")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("渠在六月清了。    记者 周小雨", ["周小雨"]),  # behind blanks that close the last paragraph
        (
            "云岭通讯社电 题：渠清了 云岭社记者 周雨、王一、李苗 记者从大会获悉，渠清了。",
            ["周雨", "王一", "李苗"],
        ),
        ("渠清了。 云岭社记者 走访、调查 记者从大会获悉，渠清了。", []),
    ],
)
def test_reporters_between_blanks_in_a_paragraph(text, names):
    table = gn.extract_people(gn.parse_text(f"临溪新闻\n{text}\n", doc_id="d"))
    assert table[["name", "role"]].values.tolist() == [[name, "reporter"] for name in names]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("该镇镇长周雨作了报告。", ("周雨", "镇长")),
        ("该镇党委书记周雨作了报告。", ("周雨", "镇党委书记")),
        ("该县水务局局长周雨作了报告。", ("周雨", "县水务局局长")),
        ("县长周雨建议多栽树。", ("周雨", "县长")),
        ("记者从水务局局长周雨处获悉，渠清了。", ("周雨", "水务局局长")),
    ],
)
def test_a_post_without_the_pointer_to_its_office(text, found):
    assert officials(text) == [found]


def test_members_of_a_presidium():
    found = officials("大会主席团成员李江、林芳、赵平在主席台就座。")
    assert found == [(x, "大会主席团成员") for x in ("李江", "林芳", "赵平")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "会议决定任命林禾任市水务局局长、周雨任市民政局局长，免去陈晓的市水务局局长职务、于江的市民政局局长职务。",
            {
                "林禾": "市水务局局长",
                "周雨": "市民政局局长",
                "陈晓": "市水务局局长",
                "于江": "市民政局局长",
            },
        ),
        ("会议任命了一批干部，审议了水务局局长的报告、民政局局长的职务说明。", {}),
        ("会议研究了任命事项、林场的管护职务。", {}),
    ],
)
def test_each_of_a_list_of_appointments(text, found):
    assert dict(officials(text)) == found


def test_members_of_a_presidium_in_a_list():
    found = officials("大会主席团常务主席及成员周雨、林禾、陈晓在主席台就座。")
    assert found == [(x, "大会主席团常务主席及成员") for x in ("周雨", "林禾", "陈晓")]
