"""Lines that their words show to be no content: page furniture, datelines, bylines, captions, pages."""

import re

from govnlp.documents.people import is_name

DATE = r"(?:19|20)\d\d\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}\s?日?"
CHINESE_DATE = (
    r"[一二][〇○ОO零0一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
PAPER = (
    r"[一-鿿]{2,8}?(?:日报|晚报|时报|早报|晨报|商报|都市报|周报|周刊|导报|通讯社|新华社|新闻网|电视台|广播电台|客户端"
    r"|融媒体中心|(?<![互官内外全联因])网)"
)
PAGE = re.compile(
    r"(?:[A-Z]{1,2}\d{1,3}|\d{1,3}|[-—–]{1,2}\s?\d{1,3}(?:\s?[-—–]{1,2})?|[A-Z]?\d{1,3}版|第?[A-Z]?[\d一二三四五六七八九十]{1,3}版)"
    r"(?:[:：\s].{0,12})?"
)
FURNITURE = re.compile(
    r"打印本[页文]|关闭(?:窗口|本页)|返回(?:顶部|首页|目录|列表)|(?:分享|转发)[到至]|扫一扫|上一[篇条版期]|下一[篇条版期]|相关(?:链接|阅读|新闻|文章)"
    r"|(?:最热|热门|最新|网友|精彩|查看|发表|暂无|全部|我要)评论|评论一下|没有评论|条评论|抢沙发|人参与|(?:当前|您的|所在)位置|版权所有|ICP备"
    r"|公网安备|网站地图|网站标识码|[【\[]打印[】\]]|已有\d+人(?:浏览|参与|阅读|点赞|评论)|(?:版面|本版|标题)(?:导航|概览)|下载客户端|电子报|朗读|放大\s*缩小"
    r"|^(?:相关)?链接$|^(?:打印|关闭|收藏|分享|纠错|顶部|延伸阅读|推荐阅读|点击排行)[:\s]*$|^(?:附件下载|阅读原文|字号|字体)"
    r"|^(?:责任编辑|编辑|来源|作者)[:\s]*$"
)
WIDGETS = re.compile(
    r"(?:分享|收藏|点赞|评论|阅读|在看|浏览|转发|打印|关闭|复制链接|微信|微博|朋友圈|空间|字号|字体|纠错|举报|我要|默认|超大"
    r"|次数|[大中小次人]|A[+-]?|\d+\s?[万+]?|[|/\s·:【】\[\]()<>「」+_-])+"
)
BLANKS = re.compile(r"[\s、,]+")
SEVERAL = re.compile(r"[一-鿿].*[\s\d|/]|[\s\d|/].*[一-鿿]")
NAMES = re.compile(r"[(]([一-鿿]{2,4}(?:[\s、,]+[一-鿿]{2,4}){0,5})[)]$")
NOTE = re.compile(
    r"[【\[(（*※]?\s?(?:(?:本文|此文|以上内容|文中|图文|图片|照片|本版图片|资料图片?|文图)[^。]{0,40}(?:提供|转载|转自|授权|供图|观点|立场|虚构|所有)"
    r"|(?:免责|版权|特别|郑重)?声明|原标题|凡注明|未经(?:本[网报社站])?(?:书面)?(?:授权|许可)|作者单位)"
)
ORIGIN = re.compile(
    rf"[(（【]?(?:原载|转载?自|摘自|据|来自)[^。,]{{0,12}}《?{PAPER}[》\d年月日第A-Z版\s]{{0,16}}[)】]?$"
)
DATELINE = re.compile(
    rf"(?:稿件|信息|文章)?(?:来源|来自|发布(?:时间|日期|机构)?|发表(?:时间|日期)|更新时间|日期|时间|浏览(?:次数|量)?|点击(?:数|量|次数)?|访问量|阅读(?:量|次数)?)\s?:"
    rf"|\(?{DATE}(?:\s?星期[一二三四五六日天])?(?:\s+\d\d?:\d\d(?::\d\d)?)?\)?(?:\s+[^,。;]{{1,30}})?$"
)
ISSUE = re.compile(
    rf"{PAPER}(?:[一-鿿]{{0,4}}周刊)?[\s,·|]*(?:{DATE}|(?:19|20)\d\d年?第\d+期|第?[A-Z]?\d{{1,3}}版)[^,。;]{{0,30}}$"
)
EDITOR = re.compile(
    r"(?:纠错|分享|打印|收藏)?\s*[(【\[]?(?:(?:本[版期]|版面|组版|新媒体|网络|文字|图片|视觉|执行|值班|首席|实习)?(?:责任编辑|责编|编辑|主编|美编)|编审|审核|审校|校对|值班主任"
    r"|版式|监制|签发|终审|初审|复审|[一二三]审|统筹|策划|制作|出品|设计|排版)"
    r"(?:\s?[:/]|\s(?=[一-鿿]{1,4}(?:\s|[)】\]]|$))|(?P<name>[一-鿿]{2,4})[)】\]]?$)"
)
BYLINE = re.compile(
    r"[(【\[文图/□■◎●▶◆•·\s]*(?:本[报台网刊社版][一-鿿]{0,6}|[一-鿿·\-—]{0,14})?(?:记者|通讯员|特约撰稿|撰稿|撰文|作者|采写|文字)"
    r"(?:[:\s/]|[一-鿿])[^,。;?!]{0,90}$|本版(?:撰文|文字|稿件)[^,。;]{0,40}$|[文图摄影/、·]{1,4}[:/\s]\s?[一-鿿]{2,4}(?:[\s、/]{1,2}(?:[文图摄][:/])?[一-鿿]{2,4}){0,5}$"
)
OFFICIAL = re.compile(
    r"(?:[一-鿿]{0,20})(?:[省市区县州旗盟]长|主席|主任|书记)\s+[一-鿿](?:\s*[一-鿿]){1,3}(?:·[一-鿿]{1,8})*"
)
SPEECH = re.compile(
    r"(?:记者|通讯员|作者)(?:了解|从|在|看到|获悉|日前|采访|发现|问|:.*[?])|记者站|答记者问|记者会"
)
CAPTION = re.compile(
    r"(?:[\s(]|[一-鿿])(?:摄|供图|摄影|资料图片?|制图|摄影报道)\s?[)）。]?$|^(?:图为|图[①-⑩\d]?[:：]|[▲△▼])"
)
HINT = re.compile(
    "[(评论打印返关分扫上下相链编责审校主美版监终初复记通特撰作采统策文摄图照来稿信发表更日时浏点访阅收纠顶推附字位网权备号▲△▼长书报刊声原未据转签制]"
    "|(?:19|20)\\d\\d"
)


def by_words(folded):
    """Kind of a line that its words show, or None.

    Parameters
    ----------
    folded : str
        A line of at most some 120 characters with half-width punctuation.

    Examples
    --------
    >>> [by_words(x) for x in ("责任编辑:林溪", "云岭日报 2021年3月4日 第3版", "本报记者 周渠", "水清了")]
    ['editor', 'dateline', 'byline', None]
    """
    if PAGE.fullmatch(folded):
        return "page"
    if not HINT.search(folded):
        return None
    if len(folded) <= 80 and folded[-1] not in "。;" and FURNITURE.search(folded):
        return "boilerplate"
    if WIDGETS.fullmatch(folded) and SEVERAL.search(folded):
        return "boilerplate"
    byline = BYLINE.match(folded) and not SPEECH.search(folded)
    if CAPTION.search(folded) and not (byline and folded.endswith(("摄影报道", "图"))):
        return "caption"
    if NOTE.match(folded):
        return "boilerplate"
    if DATELINE.match(folded) or ISSUE.match(folded) or ORIGIN.match(folded):
        return "dateline"
    editor = EDITOR.match(folded)
    if editor and (editor["name"] is None or is_name(editor["name"])):
        return "editor"
    names = NAMES.match(folded)
    byline = byline or OFFICIAL.fullmatch(folded) or (names and all(map(is_name, BLANKS.split(names[1]))))
    return "byline" if byline else None
