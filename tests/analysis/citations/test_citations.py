"""Citations in invented documents; what is expected was read off the texts."""

import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.citations.diffusion import diffusion_matrix
from govnlp.analysis.citations.extracting import is_document, relation_of
from govnlp.analysis.citations.network import write_graph
from govnlp.analysis.citations.resolving import Register, rank_of, title_key


def cited(text):
    return gn.extract_citations(gn.parse_text(text, "a"))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("根据《取水办法》制定。", "依据"),
        ("按照省水利厅《取水办法》执行。", "依据"),
        ("《取水办法》第五条规定的情形。", "依据"),
        ("违反《取水办法》第五条的。", "提及"),
        ("认真贯彻落实《取水办法》，做好登记。", "贯彻"),
        ("关于印发《取水办法》的通知", "印发"),
        ("《取水办法》已经区政府同意，现印发给你们。", "印发"),
        ("现转发《取水办法》。", "转发"),
        ("决定废止《取水办法》。", "废止"),
        ("2019年通过的《取水办法》同时废止。", "废止"),
        ("对《取水办法》作如下修改。", "修订"),
        ("参照《取水办法》执行。", "参照"),
        ("你乡《关于清淤的请示》收悉。", "答复"),
        ("会上介绍了《取水办法》。", "提及"),
        ("印发实施《取水办法》。", "印发"),
        ("颁布实施《取水办法》。", "提及"),
        ("现公布修订后的《取水办法》。", "印发"),
        ("根据区政府办公室关于印发《取水办法》的通知，制定细则。", "依据"),
        ("依据省水利厅、省财政厅印发的《取水办法》，制定细则。", "依据"),
    ],
)
def test_relation(text, relation):
    assert cited(text)["relation"].tolist() == [relation]


def test_a_list_shares_its_relation():
    table = cited(
        "根据《中华人民共和国水法》、《取水条例》（国务院令第12号）和《取水办法》，结合本区实际，制定本细则。"
    )
    assert table["relation"].tolist() == ["依据"] * 3 and table["rank"].tolist() == [1, 2, 8]
    assert table["number"].tolist() == [None, "国务院令第12号", None]


def test_short_forms_stand_for_their_document():
    text = "根据《临溪区取水管理暂行办法》（以下简称《办法》），制定细则。\n依照《办法》第三条办理。"
    table = cited(text)
    assert table["target"].tolist() == ["临溪区取水管理暂行办法"] * 2 and table["line"].tolist() == [1, 2]


def test_forms_are_no_documents():
    assert cited("填写《取水申请表》，领取《取水许可证》。").empty
    assert is_document("取水办法（试行）") and not is_document("取水许可证")


def test_numbers_without_title_but_not_its_own():
    text = (
        "云岭市人民政府关于清淤的通知\n云政发〔2021〕5号\n各县：\n按照云政办发〔2020〕9号文件要求，抓好清淤。"
    )
    table = cited(text)
    assert table[["number", "relation"]].to_numpy().tolist() == [["云政办发〔2020〕9号", "依据"]]


def test_a_document_on_trial_does_not_cite_itself():
    text = "《关于清淤的实施意见（试行）》已经同意。\n临溪区人民政府\n关于清淤的实施意见\n（试行）\n为清东渠而定。"
    assert cited(text).empty


def test_documents_of_the_corpus_are_found_by_number_title_and_what_a_notice_hands_on():
    documents = pd.DataFrame(
        {
            "doc_id": ["a", "b", "c"],
            "title": ["临溪区关于印发《取水办法》的通知", "中华人民共和国水法", "云岭市关于保护水源地的意见"],
            "doc_number": ["临政发〔2020〕3号", None, None],
        }
    )
    register = Register(documents)
    assert register.find("取水办法", None) == "a" and register.find(None, "临政发[2020]3号") == "a"
    assert register.find("水法", None) == "b" and register.find("关于保护水源地的意见", None) == "c"
    assert register.find("水法", None, "b") is None and register.find("别的办法", None) is None


def test_an_ambiguous_title_means_none():
    documents = pd.DataFrame({"doc_id": ["a", "b"], "title": ["取水办法"] * 2, "doc_number": [None] * 2})
    assert Register(documents).find("取水办法", None) is None


def test_ranks_and_keys():
    assert [rank_of(x) for x in ("中华人民共和国水法", "取水条例", "取水办法", "国务院关于水的意见")] == [
        1,
        2,
        8,
        3,
    ]
    assert rank_of("取水办法", "水利部令第3号") == 4 and rank_of("浙江省取水条例") == 5
    assert [
        rank_of(x) for x in ("城市取水条例", "河北取水条例", "香港特别行政区基本法", "成渝地区取水规划")
    ] == [
        2,
        5,
        1,
        8,
    ]
    assert rank_of("中央级单位取水办法", "财教〔2020〕3号") == 4 and rank_of("公司法") == 1
    assert title_key("《关于〈取水办法〉的通知》") == "关于取水办法的通知"
    assert relation_of("根据《甲办法》", 2, 7) == "依据"


def test_graph_and_its_files(tmp_path):
    import networkx

    corpus = gn.parse_text("根据《中华人民共和国水法》制定。依照《中华人民共和国水法》办理。", "a")
    graph = gn.citation_graph(gn.extract_citations(corpus), corpus.documents)
    assert list(graph.edges(data="weight")) == [("a", "水法", 2)] and graph.nodes["水法"]["rank"] == 1
    write_graph(graph, tmp_path / "x.gexf")
    write_graph(graph, tmp_path / "x.graphml")
    assert networkx.read_gexf(tmp_path / "x.gexf").number_of_nodes() == 2
    assert networkx.read_graphml(tmp_path / "x.graphml").number_of_edges() == 1
    with pytest.raises(ValueError, match="graphml"):
        write_graph(graph, tmp_path / "x.dot")


def test_a_title_without_a_place_is_another_document_in_every_place():
    """Two cities have rules of one title; the law that both cite is one."""
    text = "{}人民代表大会：修订《市政府工作规则》，依据《中华人民共和国水法》。"
    parts = [gn.parse_text(text.format(city), city) for city in ("青岛市", "济南市")]
    found = pd.concat([gn.extract_citations(part) for part in parts])
    documents = pd.concat([part.documents.assign(place=part.documents["doc_id"]) for part in parts])
    graph = gn.citation_graph(found, documents)
    assert {node for node in graph if not graph.nodes[node]["inside"]} == {
        "市政府工作规则（青岛市）", "市政府工作规则（济南市）", "水法",
    }  # fmt: skip


def test_diffusion_goes_from_the_earlier_to_the_later(tmp_path):
    text = "坚持把河道清淤作为民生工程,全年清理河道一百余里,两岸种柳三千株。"
    rows = [
        ("甲", text, "2021-03-01"),
        ("乙", text, "2021-03-31"),
        ("丙", text, None),
        ("丁", "溪水很清,桥头有风。" * 3, "2020-01-01"),
    ]
    pd.DataFrame(rows, columns=["title", "text", "date"]).to_csv(tmp_path / "x.csv", index=False)
    corpus = gn.read_table(tmp_path / "x.csv", text="text", title="title", date="date")
    table = gn.diffusion(corpus)
    titles = corpus.documents.set_index("doc_id")["title"]
    assert [titles[x] for x in (*table["doc_earlier"], *table["doc_later"])] == ["甲", "乙"]
    assert table["days"].tolist() == [30] and "2 pairs" in table.attrs["note"]
    assert diffusion_matrix(table, corpus.documents, "title")[
        ["source", "target", "n"]
    ].to_numpy().tolist() == [["甲", "乙", 1]]


def test_orders_in_every_form_and_new_short_forms():
    text = (
        "依据《护渠办法》（水务部令第2017年第27号）、国务院《治水条例》、《种柳办法》（水务部、林业部2005年第8号令）制定。\n"
        "起草了《护堤规定》（以下简称新《规定》）。鉴于新《规定》需要一段时间。"
    )
    found = gn.extract_citations(gn.parse_text(text, "a"))
    assert found["number"].tolist()[:3] == ["水务部令第2017年第27号", None, "水务部、林业部2005年第8号令"]
    assert found["relation"].tolist()[:3] == ["依据"] * 3 and found["target"].iloc[-1] == "护堤规定"


def test_a_number_has_neither_the_day_nor_the_issuer_before_it():
    corpus = gn.parse_text("已被2002年7月22日科技部国科发计字[2002]23号、财政部财教字[1996]10号代替。")
    assert gn.extract_citations(corpus)["number"].tolist() == ["国科发计字[2002]23号", "财教字[1996]10号"]
    corpus = gn.parse_text("按照省财政厅、省人力资源和社会保障厅云财综发〔2011〕32号文件收取。")
    assert gn.extract_citations(corpus)["number"].tolist() == ["云财综发〔2011〕32号"]


def test_all_that_was_received_is_answered():
    found = cited("你委《关于解决采金问题的意见》和你厅《关于采金政策的请示》收悉。")
    assert found["relation"].tolist() == ["答复", "答复"]


def test_a_regulation_without_place_in_a_local_report_has_no_rank():
    corpus = gn.parse_text("云岭市政府工作报告\n武汉市今年修订《古树保护条例》，武汉市落实《国家赔偿条例》。")
    corpus.documents.loc[0, ["genre", "region"]] = ["work_report", "湖北省武汉市"]
    assert gn.extract_citations(corpus)["rank"].tolist() == [8, 2]


def test_what_a_file_contains_is_no_outside_document():
    text = "临溪区人民政府关于印发《临溪区取水管理办法》的通知\n临政发〔2025〕7号\n各镇人民政府：\n现印发给你们。\n"
    text += "2025年3月4日\n临溪区取水管理办法\n第一条 根据《取水条例》，制定本办法。"
    assert cited(text)["target"].tolist() == ["取水条例"]


def test_a_title_that_every_place_has_names_no_document():
    documents = gn.parse_text("政府工作报告\n各位代表：\n溪水很清。", "b").documents.assign(
        title="政府工作报告"
    )
    assert Register(documents).find("政府工作报告", None) is None


def test_laws_cited_by_article_without_marks():
    text = "依据宪法第三十条，依照本法第三条，落实中央八项规定精神。"
    table = gn.extract_citations(gn.parse_text(text))
    assert table[["title", "relation", "rank"]].to_numpy().tolist() == [
        ["宪法", "依据", 1],
        ["中央八项规定", "贯彻", 3],
    ]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("2018年印发的《临溪区清渠办法》同时废止。", ["废止"]),
        ("现印发《临溪区清渠办法》，《临溪区护渠办法》同时废止。", ["印发", "废止"]),
    ],
)
def test_what_is_repealed_is_not_issued(text, relations):
    assert gn.extract_citations(gn.parse_text(text))["relation"].tolist() == relations
