"""Patterns of what is no content: page furniture, datelines, bylines, captions, marks of pages."""

import re
from functools import cache

from govnlp.documents.entities.personal_names import is_name
from govnlp.lexicons import lexicon_path

DATE = r"(?:19|20)\d\d\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}\s?[日号]?"
NUMERAL = "[〇○零一二三四五六七八九十]"  # of a month or a day
CHINESE_DATE = rf"[一二][〇○ОO零0一二三四五六七八九]{{3}}年{NUMERAL}{{1,2}}月{NUMERAL}{{1,3}}日"
ANY_DATE = f"(?:{DATE}|{CHINESE_DATE})"
PAPER = (
    r"[一-鿿]{2,8}?(?:日报|晚报|时报|早报|晨报|商报|都市报|周报|周刊|导报|通讯社|新华社|新闻网|电视台|广播电台|客户端"
    r"|融媒体中心|(?<![互官内外全联因])网)"
)
SECTION = re.compile(r"\[\w+\]")
DAY, ANY_DAY = re.compile(DATE), re.compile(ANY_DATE)
BLANK_DATE = r"(?:19|20)[\dXx×*]{2}年\s*[Xx×*]{0,2}\s*月\s*[Xx×*]{0,2}\s*日"  # of a sample: 2014年 月 日
DAY_ALONE = re.compile(rf"[(]?\s?(?:{ANY_DATE}|{BLANK_DATE})\s?[)]?")  # a date and nothing else
PAGE = re.compile(
    r"(?:第\d\d(?=[:：])|[A-Z]{1,2}\d{1,3}|\d{1,3}|[-—–]{1,2}\s?\d{1,3}(?:\s?[-—–]{1,2})?|[A-Z]?\d{1,3}版|第?[A-Z]{0,2}[\d一二三四五六七八九十]{1,3}版)"
    r"(?:[:：\s].{0,12}?(?:\s+\d?[上下]一版\d?)*|(?<=版)[(][^()]{0,8}[)])?"
    r"|[一-鿿]{2,6}[\s·:]{1,3}第?[A-Z]?\d{1,3}版"
)
ORNAMENT = re.compile(
    r"[^\w《》〈〉“”‘’\"'、。,;:?!()…]*(?:(?:THE )?END|[(]?(?:全文|未|待续)?完[)]?)?[^\w《》〈〉“”‘’\"'、。,;:?!…]*",
    re.I,
)
FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|7z|wps|ofd|jpe?g|png)(?:_第\d+页)?$", re.I)
BLANKS = re.compile(r"[\s、,]+")
SEVERAL = re.compile(r"[一-鿿].*[\s\d|/]|[\s\d|/].*[一-鿿]")
NAMES = re.compile(r"[(]([一-鿿]{2,4}(?:[\s、,]+[一-鿿]{2,4}){0,5})[)]$")
OFFER = re.compile(  # each alternative opens with a character, not with a choice: it is sought ten times as fast
    r"本站不(?:保证|承担|负责)|不代表本[站网报刊]|仅代表作者|只代表作者|仅供.{0,6}(?:参考|借鉴|下载)|网友(?:上传|投稿)|小编(?:为|整理|精心|收集)"
    r"|供[你您大]家?.{0,6}(?:借鉴|参考|帮助)|对[你您大]家?.{0,6}(?:借鉴|参考|帮助)"
    r"|由(?:用户|会员|网友)[^。]{0,6}(?:上传|分享)|免费(?:预览|阅读|浏览)(?:范围|已结束)|下载文档前"
)
NOTE = re.compile(
    r"[【\[(（*※]?\s?(?:(?:本文|此文|以上内容|文中|(?:本[版组文期]|以上)?(?:图文|图片|照片|文图)|资料图片?)[^。]{0,40}(?:提供|转载|转自|授权|供图|观点|立场|虚构|所有)"
    r"|(?:免责|版权|特别|郑重)?声明|原标题|凡注明|未经(?:本[网报社站])?(?:书面)?(?:授权|许可)|作者单位)"
    r"|以上[就便]是.{2,40}(?:全部内容|希望.{0,8}帮助)"
    r"|您(?:现在|正在|当前)(?:查看|浏览|阅读)的?是|[(]未完[,。]\s?全文"
    r"|取自“http|本(?:页面?|(?:法规|站|网)信息)[^。]{0,40}(?:修[订改]|更新|编辑|提供)"
    r"|本(?:网?站|网|报)(?:网[页站]|页面|内容|作品)?版权均?[归属]"
    r"|(?=[^据未]{0,21}+[据未])[(]?[^。()]{0,20}(?:据[^。()]{0,12}录音[^。()]{0,6}整理|未经本人审[阅核定])[^。()]{0,12}[)]?$"
)
OFFERED = re.compile(  # 《清渠总结.docx》由会员分享: names the file that a site of documents prints
    r"《(?P<name>[^》]{2,60}?)\s?(?:\.(?:docx?|pdf|wps|txt))?\s?》由(?:用户|会员|网友)[^。]{0,6}(?:上传|分享)"
)
ORIGIN = re.compile(
    rf"[(（【]?(?:原载|转载?自|摘自|据|来自)[^。,]{{0,12}}《?{PAPER}[》\d年月日第A-Z版\s]{{0,16}}[)】]?$"
)
DATELINE = re.compile(
    rf"来源\s?\||[•●▪*]?\s?(?:稿件|信息|文章|内容|文稿)?(?:来源|来自|发布(?:时间|日期|机构)?|(?:访谈|采访|播出|录制)(?:时间|日期|嘉宾)|(?:发表|刊[发登出]|发稿|录入|编发|发布)(?:时间|日期|于)|更新时间|日期|时间|浏览(?:次数|量)?|点击(?:数|量|次数|率)?|人气|访问量|阅读(?:量|数|次数)?)\s?:"
    r"|[(【\[](?:稿件|信息|文章)?来源\s?:[^()。]{2,20}[)】\]]$"
    rf"|(?:19|20)\d\d[-/]\d{{1,2}}[-/]\d{{1,2}}(?:\s\d\d?:\d\d)?[一-鿿《》·—“”]{{2,30}}$"
    r"|(?=[^作]{0,20}+作)[^,。;!?:]{0,20}作者\s?:[^,。;!?:]{0,20}来源\s?:"
    rf"|(?:本[报台网]讯\s)?[|\s]*[(\[]?\s?{DATE}(?:\s?星期[一二三四五六日天])?(?:\s+\d\d?:\d\d(?::\d\d)?)?\s?[)\]电讯]?(?:\s+[^,。;]{{1,30}})?$"
    rf"|{DATE}\s?星期[一二三四五六日天]\s?出版"
    rf"|只看(?:楼主|该作者).{{0,20}}发表于\s?:?\s?{DATE}"
    rf"|\d?[上下]一[篇版期]\s+{DATE}(?:\s.*)?$"  # among the buttons of a paper's page
    r"|\d\d-\d\d-\d\d\s\d\d?:\d\d(?:\s.*)?$|【日期】\s?=|【题注】"
    rf"|[-•]?\s?{DATE}\s?(?:发布|上传)[\s|]*$"
    # 07.03.2014, 13.3.2014; 1.2.2023 may be a number, but for the time behind it
    r"|(?:\d\d\.\d\d|(?:1[3-9]|2\d|3[01])\.\d)\.(?:19|20)\d\d(?:\s{1,2}\d\d?:\d\d(?::\d\d)?)?$"
    r"|\d\d?\.\d\d?\.(?:19|20)\d\d\s{1,2}\d\d?:\d\d(?::\d\d)?$"
    r"|[^,。:由主]{2,24}+主管\s?[^,。:由]{0,24}主办$|中共[^,。:由]{2,16}委(?:员会|宣传部)?\s?(?:主管|主办)$"  # of it
    r"|(?:新华|中新)社[^,。:]{2,16}电\s*题\s?:$"  # above or before a headline
)
BACK_NUMBERS = re.compile(r"(?:(?:19|20)\d\d-\d\d-\d\d,\d+[|\s]*){2,}[\d\s,|-]*$")  # cut off perhaps
ADDRESS = r"(?:[一-鿿]{2,12}\s+)?(?:https?://|www\.)[\w./%&?=-]+"  # of a page, its site before it perhaps
DATED = re.compile(
    rf"{ADDRESS}\s+.{{0,24}}{DATE}|(?:[^,。;!?:]{{0,30}}[于间期]\s?:\s?)?[^,。;!?:]{{0,30}}?{DATE}(?:\s+|(?<=日))\d\d?:\d\d(?::\d\d)?(?:\s.{{0,40}})?$"
)
ISSUE = re.compile(
    rf"(?:{DATE}\s?(?=.*版$))?{PAPER}(?:[一-鿿]{{0,4}}周刊)?[\s,·|]*(?:{DATE}|/(?:19|20)\d\d\s?年/|(?:19|20)\d\d年?第\d+期|第?[A-Z]?\d{{1,3}}版)[^,。;]{{0,80}}$"
    rf"|(?:[一-鿿]{{2,8}}(?:(?<![大条则项])新闻|新闻联播|播报)|[一-鿿]{{2,12}}台《[^》]{{2,16}}》)\s*[(]?\s?{DATE}\s?[)]?$"
    rf"|[一-鿿]{{2,8}}(?:融媒|广电|传媒)\s+{DATE}$"
    rf"|《\s?{PAPER}\s?》\s?[(]?\s?{DATE}[^,。;]{{0,20}}$"
    r"|[一-鿿·]{2,12}(?:\(.{2,8}\))?\s(?:19|20)\d\d年第?\d{1,2}期$"
    rf"|[^,。;]{{0,12}}第\s?\d{{1,4}}\s?期[^,。;\d]{{0,8}}{DATE}[^,。;]{{0,8}}$"
)
AFFILIATION = re.compile(r"[(][^():。]{4,50}\s\d{6}[)]")  # of the author of a paper, with the postcode
MASTHEAD = re.compile(
    rf"(?:[•●▪]\s?)?《?{PAPER}》?(?:数字报|电子[报版]|数字版|[·\s]?[一-鿿]{{0,6}}[特专]刊)?$"
)
PAGES = re.compile(r"0\d版?[:\s]{0,2}[一-鿿·]{2,5}(?:[\s|]+\d{2}版?[:\s]{0,2}[一-鿿·]{2,5})+")  # of an issue
EDITOR = re.compile(
    r"(?:纠错|分享|打印|收藏)?\s*[(【\[■□●◆★]?\s?(?:(?:本[版期]|版面|组版|新媒体|网络|文字|图片|视觉|执行|值班|首席|实习)?(?:责任编辑|责编|编辑|主编|美编)|编审|审核|审校|校对|值班(?:主任|总编|编委)"
    r"|版式|监制|签发|终审|初审|复审|[一二三]审|统筹|策划|制作|出品|设计|排版)"
    r"(?:\s?[:/|]|\s(?=[一-鿿]{1,4}(?:\s|[)】\]]|$))|(?P<name>[一-鿿]{2,4})[)】\]]?$)"
)
CREDITED = re.compile(  # 总策划：林溪　版式设计：周渠
    r"(?!第)[(【\[■□◆●★]?\s?[一-鿿]{0,3}(?:编|校对|审核|值班|策划|监制|统筹|统稿|版式|设计|制作|出品)[一-鿿]{0,2}(?:\s?[:/|]\s?|\s)"
    r"(?P<name>[一-鿿](?:\s?[一-鿿]){1,3})(?:\s|[、)】\]]|$)"
)
PRODUCED = re.compile(r"[^,。;:]{4,40}(?:联合)出品$")
BYLINE = re.compile(
    rf"[(【\[文图/□■◎●○▶◆◇•·|\s]*(?:(?<=[□■◇◆])[一-鿿]{{2,4}}\s+|[一-鿿]{{0,4}}编辑\s+(?=[一-鿿]{{0,6}}记者))?(?:本[报台网刊社版][一-鿿]{{0,6}}|{PAPER}\s+|[一-鿿·\-—]{{0,14}})?(?:记者|通讯员|特约撰稿|撰稿|撰文|作者|采写|文字(?!号|实录|直播|版))"
    rf"(?:】\s?=|[:\s/]|[一-鿿])[^,。;?!]{{0,90}}$|[一-鿿]{{2,4}}\s+记者\s+[一-鿿]{{2,4}}(?:\s+[一-鿿]{{2,4}})?\s+[文图摄影/、]{{1,4}}$|(?:本[报刊网]|特约)评论员(?:\s[一-鿿\s]{{2,12}})?$|本版(?:撰文|文字|稿件)[^,。;]{{0,40}}$|[文图摄影/、·]{{1,4}}[:/|\s]\s?[一-鿿]{{2,4}}(?:[\s、/]{{1,2}}(?:[文图摄][:/])?[一-鿿]{{2,4}}){{0,5}}$|文\s?[/|]\s?[^,。;]{{2,40}}$"
    rf"|[一-鿿]{{1,12}}[委台社局省市区县旗](?:新闻)?(?:通讯|报道)组(?:\s[一-鿿]{{2,10}}记者)?$|(?:本[报台网刊社]|{PAPER})(?:全媒体|特[约派])?记者$"
)
WROTE = re.compile(r"[一-鿿]\s?/\s?文(?![一-鿿])|撰文")  # 记者 林溪/文 周渠/摄
SITE_AUTHOR = re.compile(
    r"作者\s?:\s?\S{0,12}(?:[网站办局处]|中心|编辑部|小编)\s+[一-鿿]{0,2}(?:时间|日期|来源)\s?:"
)
INTRODUCED = re.compile(  # 【嘉宾】区水务局局长 林溪
    r"[【\[](?:访谈|本期|特邀|做客)?(?:嘉宾|主持人?)[】\]]\s?:?\s?(?:[^,。;:?!]{2,30}\s)?(?P<name>[一-鿿]{2,4})$"
)
HOLDER = re.compile(
    r"[一-鿿]{0,20}(?:[省市区县州盟旗局厅院部组]长|总理|主席|主任|书记)(?P<name>[一-鿿]{2,4})"
)
OFFICIAL = re.compile(
    r"[一-鿿、Xx×*]{0,24}(?:[省市区县州旗盟局厅院部组]长|主席|主任|书记)\s+(?:[一-鿿](?:\s*[一-鿿]){1,3}(?:·[一-鿿]{1,8})*|[Xx×*]{2,3})"
)
OFFICIALS = re.compile(  # 副市长 周渠 林溪 沈禾
    r"[一-鿿、]{0,24}(?:[省市区县州旗盟局厅院部组]长|主席|主任|书记)\s+(?P<names>[一-鿿·]{1,8}(?:\s+[一-鿿·]{1,8}(?:[(][^()]{1,4}[)])?)+)"
)
APART = re.compile(r"(?<![一-鿿])([一-鿿])\s+([一-鿿])(?![一-鿿])|[(][^()]*[)]")  # 林　溪, (女)
SPEECH = re.compile(
    r"(?:记者|通讯员|作者)(?:了解|从|在|看到|获悉|日前|采访|发现|问|:.*[?])|记者(?:站|会|团|节|证|按|说|们|手记|观察|调查|感言|札记|点评|视线|见闻|连线|体验|亲历|来信)|答记者问"
)
PICTURED = re.compile(  # how a caption opens
    r"[^,。;()]{2,20}+[(](?:[左右](?:[起边]?[一二三四五六\d])?|[前后]排[左右中]?[一二三四五六]?)[)](?![岸侧边堤线幅转])(?![^。]*\d(?![\d年月日时:]))[^。]{1,60}。?$|图片?来源\s?:|\((?:题图为|图片\s?:)|\(?(?:[上下左右]?图(?:为|说\s?:|[①-⑩\d一二三四]{0,2}:)|(?:这是)?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:在[^,。]{2,20})?拍摄的[^,。]{2,40}。?$|[▲△▼].*(?:[。)]|摄|摄影[:/]\s?[一-鿿]{2,4})$)"
)
PICTURE_CREDIT = re.compile(  # how one ends
    r"(?:[\s(/]|[一-鿿])(?:摄|供图|摄影|资料图片?|制图|摄影报道)\s?[)）。]?$|新华社发(?:\s?[(][^()]{2,12}[)])?$|[(](?:(?![附含见详如配]|近期)[^()]{0,8}照片|\d{1,2}月\d{1,2}日摄(?:,[^()]{2,8})?)[)]。?$|(?:供图|摄)\s[一-鿿]{2,8}发$"
)
LONGEST_CREDIT = 20  # characters
OF_PICTURE = re.compile("[摄图社照]")  # one of these is in every `PICTURE_CREDIT`, and sought much faster
TABLE = re.compile(
    r"表\s?[一二三四五六七八九十\d]{1,3}(?:[-—]\d{1,2})?\s?[:：\s]\s?[^。;；,:：]{2,40}"
)  # 表一：就业
SCENE = re.compile(
    r"(?:活动|会议|施工|工作|比赛|演出|培训|签约|启动)?(?:仪式)?现场$|工作人员.*$|正在.*$|(?:合影|一角|全景|俯瞰|效果图|外景|示意图)$"
)
VIEW = re.compile(
    r"^[一-鿿]{0,6}现场$|(?:合影|全景|俯瞰|鸟瞰|效果图|外景|示意图|夜景|(?<![展焕换现呈添显迎变])新貌)$"
)
CREDIT = re.compile(
    r"[(【\[]?(?P<outlet>[一-鿿·\-—]{2,16}?)(?:(?<=网)(?<![路水电管渔张气热光线络联]网)\d{1,2}月\d{1,2}日\s"
    r"|(?:(?:(?<=[社网报版台线端])|(?<=新闻|财经|视频)(?!网))[一-鿿]{0,4}(?:(?:(?:19|20)\d\d年)?\d{1,2}月)?\d{1,2}日)?"
    r"(?:[讯电]|消息|报道(?=[(【\[][^)】\]]{0,10}记者))\s?(?:[(:)【】\[\]]|(?:[(]?(?:全媒体?)?记者)|\d{1,2}月|(?:19|20)\d\d|\s))"
)
TOLD = re.compile(  # how news open
    "^(?:[（(](?:本报)?(?:通讯员|记者)[^）)]{2,20}[）)])?"
    "(?:(?:(?:(?:19|20)\\d\\d年)?\\d{1,2}月)?(?:\\d{1,2}日?(?:至|-|—)?\\d{0,2}日|[上中下]旬)"
    "(?:[,，]|[上下]午|晚|起[,，]|清晨|凌晨)|(?:近日|日前|眼下|今[天日]|昨[天日])(?:[上下]午|晚)?[,，]|昨[（(]\\d{1,2}[）)]日|连日来)"
    "|[^。，]{2,20}(?:日前|近日|昨[天日])(?:联合)?(?:发布|公布|召开|举行|印发|出台|下发|通报)"
    "|[为在随][^。，]{2,20}，(?:\\d{1,2}月)?\\d{1,2}日[,，上下]|记者.{0,12}[从在获]|本报讯|据.{0,12}介绍[,，]"
)
SALUTATION = re.compile(r"(?:主任|各位|尊敬的|女士们|同志们|主席团?)[^。;]{0,30}[!:]")
HINT = re.compile(
    "[(【|>›»跳验评论打印返关分扫上下相链编责审校主美版监终初复记通特撰作采统策文摄图照来稿信发表更日时浏点访阅收纠顶推附字位网权备号▲△▼长书报刊声原未据转签制往留设加议技零首放总本馆门繁码栏T特w热底满隐页跟P/具~颗识容航参喜册登题读联公迎许今耗输择猜鉴仅注目看气品班社台客融嘉取帮址格预录→答免离Bb]"
    "|(?:19|20)\\d\\d|\\d:\\d\\d|://|描述|简介|大小\\s?:|ID\\s?:"
)


@cache
def _lists():
    """Sections of the shipped list of furniture, each as alternatives of a pattern."""
    found, section = {}, None
    for line in lexicon_path("furniture.txt").read_text(encoding="utf-8").splitlines():
        if SECTION.fullmatch(line):
            section = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            section.append(line)
    return {name: "|".join(lines) for name, lines in found.items()}


@cache
def _furniture():
    """Patterns of what sites and newspapers put around their texts: anywhere in a line, a piece behind a blank or a
    sign, the whole line."""
    found = _lists()
    piece = rf"[\s|【\[(<«](?:{found['piece']})(?:$|[\s|:】\])>»])"
    return tuple(map(re.compile, (found["anywhere"], piece, found["line"])))


def is_remark(text):
    """Whether a line is a remark on rights or on how a text came about, or holds the offer of a site."""
    return bool(NOTE.match(text) or OFFER.search(text))


def introduces(text):
    """Whether a line says who takes part in an interview, by a label in brackets."""
    found = INTRODUCED.match(text)
    return found is not None and is_name(found["name"])


def is_furniture(text):
    """Whether a line holds what sites and newspapers put around their texts."""
    anywhere, piece, whole = _furniture()
    return bool(anywhere.search(text) or piece.search(" " + text) or whole.fullmatch(text))


@cache
def buttons():
    """Pattern of one or more words on buttons, with the counters and signs between them."""
    return re.compile(
        rf"(?:{_lists()['button']}|A[+-]?|\d+(?:\.\d+)?\s?[万+]?|[|/\s·:×【】\[\]()<>「」+_-])++"
    )


@cache
def site_names():
    """Pattern of names of sites and columns, which are furniture above a text and headings within it."""
    return re.compile(_lists()["above"])


@cache
def fields():
    """Pattern of the labels of a document's card."""
    return re.compile(_lists()["field"])


@cache
def columns():
    """Pattern of the names of a paper's columns."""
    return re.compile(_lists()["column"])
