"""Places that the divisions lack; all are invented."""

from govnlp.documents.entities.unlisted import by_name, by_office, may_be_unlisted


def test_parties_and_former_names_are_no_part_of_a_place():
    for text in (
        "政协青槐区委员会",
        "民建青槐区委员会",
        "中国民主同盟青槐区委员会",
        "原青槐区政府，原青槐区政府",
    ):
        assert by_office(text)[0] == "青槐区"


def test_a_session_cut_by_a_line_end_names_its_place():
    assert by_office("在云岭市临溪区\n第二届人民代表大会上") == ("临溪区", "临溪区第二届")


def test_a_kind_of_people_is_no_place():
    assert not may_be_unlisted("回族区")
    assert by_name("回族区的渠。回族人说好。") is None


def test_a_name_begins_at_a_border_of_words():
    for verb in ("对话", "专访", "走进", "探访", "连线", "独家对话"):
        assert by_office(f"{verb}青槐区委书记周明。{verb}青槐区委。")[0] == "青槐区"
    assert by_office("江临溪区委书记到江临溪区政府。")[0] == "江临溪区"


def test_the_column_before_a_title_is_no_part_of_a_place():
    assert by_office("惠民丨云岭市人民政府，惠民丨云岭市委")[0] == "云岭市"


def test_an_office_of_one_of_its_towns_names_a_place():
    assert by_office("青槐县柳湾镇镇长王雄") == ("青槐县", "青槐县柳湾镇镇长")
    assert by_office("全县各乡镇党委要清渠。") is None


def test_a_kind_of_area_is_no_place():
    for name in ("新院区", "老厂区", "自贸区", "主展区", "封控区", "好超市", "大都市", "力争县"):
        assert not may_be_unlisted(name)
