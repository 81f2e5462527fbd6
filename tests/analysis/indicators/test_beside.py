"""What stands beside a value and is no part of its name, and what is; names and values are read off the sentences."""

import pytest

import govnlp as gn


def rows(text):
    return gn.extract_indicators(gn.parse_text(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("综合指数从最后1位跃升到第5位。", "综合指数排名"),
        ("综合考核从全省倒数第一跃升至第五位。", "综合考核全省排名"),
        ("能繁殖母猪存栏3万头。", "能繁殖母猪存栏数"),
        (
            "工业增加值增长9%，增速超全省平均增速2个百分点。",
            "工业增加值增速|工业增加值增速超全省平均增速幅度",
        ),
        ("地区生产总值增长5%，低于预期2个百分点。", "地区生产总值增速|地区生产总值增速低于预期幅度"),
        ("GDP增速高于预期1个百分点。", "GDP增速高于预期幅度"),
        ("1 改造老旧小区20个，望溪镇先行。", "改造老旧小区数"),
        ("给予不超过3年的茶园租金补贴。", "茶园租金补贴年限"),
        ("路网密度为每百平方公里120公里。", "每百平方公里路网密度"),
        ("非税收入2亿元，比去年多出3000万元。", "非税收入|非税收入多出额"),
        ("9个国、省考断面全部为优良水体。", "国、省考断面数"),
        ("初级中学招生2560人，在校生7480人。", "初级中学招生人数|初级中学在校生人数"),
        ("采茶企业达946家、实现两年翻番。", "采茶企业数|采茶企业"),
        ("茶园发电量6亿千瓦时，占全社会用电量的5%。", "茶园发电量|茶园发电量占全社会用电量比重"),
        ("全面完成20个茶园规划设计。", "茶园规划设计数"),
        ("按照采购率由高到低排序，依次是：青槐市88%、望溪市76%。", "青槐市采购率|望溪市采购率"),
        ("充分发挥县乡两个积极性，实现四个现代化。", ""),
        ("推出前3名奖励方案，用好240小时过境免签政策。", ""),
    ],
)
def test_names(text, expected):
    assert "|".join(rows(text)["name"]) == expected


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("每月发放生活补贴300元。", "每月"),
        ("每人每年补助1200元。", "每人每年"),
        ("每年培训茶农2万人以上。", "以上+每年"),
        ("存款余额比年初增加5亿元。", "比年初"),
    ],
)
def test_a_rate_keeps_what_it_is_for(text, comparator):
    assert rows(text)["comparator"].tolist() == [comparator]
