"""Chinese, Japanese and Korean text that does not say in which encoding it is.

The same bytes are text in several of these encodings, but in the wrong ones they are a row of
rare characters. An encoding is evident where many of its characters are among the commonest.
"""

_CHINESE = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种"
    "面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去"
    "把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但"
    "市省县区州城镇名称类型日期月国家友城交流访问代表团活动结束始北京上海东南西江河山湖广安长沙海口川湘苏杭"
    "武汉加拿大本韩法德英美俄洲演出艺术文教育青少年体经贸参议协签署纪念"
)
_TRADITIONAL = (
    "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種"
    "面而方後多定行學法所民得經市縣區州城鎮名稱類型日期月家友交流訪問代表團活結束始臺北台南高雄中東西江河山"
    "湖廣安長海口加拿大本韓德英美俄洲演出藝術文教育青少體貿議協簽署紀念"
)
_KANA = "".join(map(chr, range(0x3041, 0x30FD)))
_JAPANESE = (
    "日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名"
    "川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨県市都道府区町村姉妹都市交流訪問団京阪横浜神"
    "戸広島札幌福岡仙台名古屋国際親善州省城代表会議参加開催始終了種類備考"
)
_KOREAN = (
    "이다는의가에을를은고하지도기로한사자인리시아나어서대해여정일그보니부수구주상전유장소제들과있조라성공우"
    "경마스동연원선안관오진계실신서울산광역도군면국가명날짜교류방문단체결종류비고중일본캐나다"
)

# Encoding -> its commonest characters.
_COMMON = {
    "gb18030": frozenset(_CHINESE),
    "big5": frozenset(_TRADITIONAL),
    "cp932": frozenset(_KANA + _JAPANESE),
    "euc_jp": frozenset(_KANA + _JAPANESE),
    "euc_kr": frozenset(_KOREAN),
}
_FEWEST_CHARACTERS = 12
_EVIDENT = 0.35
_SAMPLE = 1024 * 1024


def evident_encoding(data: bytes) -> str:
    """The encoding that ``data`` is evidently in; empty if none is, or too little can be told."""
    sample = data if len(data) <= _SAMPLE else data[: data.rfind(b"\n", 0, _SAMPLE)]
    shares = sorted(((_share(sample, name), name) for name in _COMMON), reverse=True)
    (best, name), (second, _other) = shares[:2]
    return name if best >= _EVIDENT and best >= 2 * second else ""


def _share(data: bytes, encoding: str) -> float:
    """How many of the characters are among the commonest, from 0 to 1."""
    try:
        characters = [char for char in data.decode(encoding) if char.isalpha() and char > "\x7f"]
    except UnicodeDecodeError:
        return 0
    if len(characters) < _FEWEST_CHARACTERS:
        return 0
    return sum(char in _COMMON[encoding] for char in characters) / len(characters)
