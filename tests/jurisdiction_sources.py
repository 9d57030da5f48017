"""Files of jurisdictions for the tests: sound ones, and what makes them broken."""

COUNTY = """\
# 多伦县: the form of 内蒙古自治区 with three sentences of its own
id = "duolun"
name = "多伦县"
year = 2024
inherits = "inner-mongolia/2023"
references = ["多伦县2024年度部门决算公开格式"]
checked_with = []
limitations = [{ en = "no document was at hand", zh = "尚无公开文本可资核对" }]

[conventions]
materiality = 2
always_listed = ["301"]

[conventions.formats]
amount = "0.00"
"ReceptionDetail.foreign" = { pattern = "0.0", rounding = "truncate" }

[words.growth]
decrease = "下降"

[words.side]
of = "Side"
income = "收入方"

[parts]
vehicles = "公务用车{amount}万元"

[families.plain]
blanks = { stop = "。" }
variants = "“{name}”$mark$"

[phrases.quoted]
of = "ProjectName"
like = "plain"
fill = { mark = "" }

[sentences]
SideTotal = "{side}总计{total}万元，包括："
VehiclesTotal = [{ text = "$vehicles$，其中：" }]
RevenueTotal = "{name}（{level}）{year}年度收入合计{total}万元，其中："
FunctionalClassTotal = [
  { when = { itemised = true }, text = "{class_name}类决算数为{actual}万元[，{change:class_change}]。其中：" },
  { when = { itemised = false }, text = "{class_name}类决算数为{actual}万元[，{change:class_change}]。" },
]

[outline]
title_en = "Final accounts of {name} for {year}"

[sections.overall]
en = "Overall"

[sections.revenue]
items = [
  { topic = "revenue.total" },
  { topic = "revenue.line", between = "；", last = "。" },
  { chart = "图1", title = "收入决算图", topic = "revenue.line", label = "source", share = "share" },
]

[tables]
unit_note = "金额单位：{scale}"

[tables.printing]
nil = "0.00"

[tables.basic]
landscape = false

[tables.institution]
title = "信息表"
lines = [{ label = "车辆", row = "vehicles", level = 1 }]
"""

SMALL = """\
id = "a"
name = "甲"
year = 2024
references = ["甲"]
[conventions.formats]
amount = "#,##0.00"
item = "0.##"
rate = "0.00"
item_rate = "0.##"
share = { pattern = "0.00", rounding = "half-up" }
count = "0"
score = "0.##"
fraction = "0.####"
[words.level]
department = ["部门", "机关"]
unit = '单位'
[parts]
head = "{name}（{level}）{year}年度"
[families.f]
blanks = { x = "" }
variants = [{ text = "{amount}$x$万元" }]
[phrases.item]
of = "NamedAmount"
variants = "{name:name}{amount}万元"
[sentences]
RevenueTotal = "$head$收入 {total}万元。"
RevenueShare = ["本年{source} {amount}万元[，占 {share}%]"]
[outline]
title = "{name}{year}"
part = '''
第二部分'''
sections = ["r"]
[sections.r]
title = "收入"
en = "Revenue"
[[sections.r.items]]
topic = "revenue.total"
mark = "（一）"
[[sections.r.items]]
topic = "revenue.line"
[tables]
order = ["basic"]
[tables.basic]
layout = "lanes"
title = "表"
lanes = [["301"], ["302"]]
"""

# What is replaced in COUNTY, by what, the code of the problem, and what stands on the line (or in the place) that it names.
BROKEN = [
    # TOML
    ("name = ", "name ", "not-toml", "name "),
    ('"多伦县"', "“多伦县”", "not-toml", "“多伦县”"),
    ("year = 2024", "year = 2024\nyear = 2025", "not-toml", "year = 2025"),
    ("[parts]", "[parts", "not-toml", "[parts"),
    ("[outline]", "[conventions]", "not-toml", "[conventions]"),
    ("2024", "9" * 5000, "not-toml", "99999"),
    # unknown keys, at every level
    ("year = 2024", "yaer = 2024", "unknown-key", "yaer"),
    ("materiality", "matereality", "unknown-key", "matereality"),
    ("rounding", "runding", "unknown-key", "runding"),
    ('{ en = "no', '{ eng = "no', "unknown-key", "eng"),
    ("{ text = ", '{ texte = "", text = ', "unknown-key", "texte"),
    ("blanks", "blank", "unknown-key", "blank"),
    ("like = ", 'alike = "x"\nlike = ', "unknown-key", "alike"),
    ("title_en", "titel_en", "unknown-key", "titel_en"),
    ('en = "Overall"', 'eng = "Overall"', "unknown-key", "eng"),
    ("between", "betwen", "unknown-key", "betwen"),
    ("unit_note", "unit_notes", "unknown-key", "unit_notes"),
    ("[tables.basic]", "[tables.basics]", "unknown-key", "[tables.basics]"),
    ("landscape", "landscpae", "unknown-key", "landscpae"),
    ("level = 1", "levle = 1", "unknown-key", "levle"),
    ('nil = "0.00"', 'nill = "0.00"', "unknown-key", "nill"),
    # wrong types
    ("year = 2024", 'year = "2024"', "wrong-type", '"2024"'),
    ("year = 2024", "year = true", "wrong-type", "true"),
    ("year = 2024", "year = 24", "bad-year", "24"),
    ('id = "duolun"', 'id = "多 伦"', "bad-id", "多 伦"),
    ('id = "duolun"', "id = 2024-01-01", "wrong-type", "2024-01-01"),
    ("checked_with = []", "checked_with = [1]", "wrong-type", "[1]"),
    ("[parts]", "[parts.more]", "wrong-type", "[parts.more]"),
    ("materiality = 2", 'materiality = "two"', "not-a-decimal", "two"),
    ("materiality = 2", "materiality = nan", "wrong-type", "nan"),
    ("landscape = false", 'landscape = "no"', "wrong-type", '"no"'),
    ('title = "信息表"', "title = 5", "wrong-type", "5"),
    ('"$vehicles$，其中："', "5", "wrong-type", "{ text = 5 }"),
    ("[tables.printing]", "[[tables.printing]]", "wrong-type", "[[tables.printing]]"),
    # names
    ("of = \"Side\"", 'of = "Sied"', "unknown-class", "Sied"),
    ("of = \"Side\"", 'of = "Level"', "wrong-class", "Level"),
    ('of = "ProjectName"', 'of = "ProjectNmae"', "unknown-class", "ProjectNmae"),
    ("SideTotal = ", "SiedTotal = ", "unknown-class", "SiedTotal"),
    ('income = "', 'incoming = "', "unknown-word", "incoming"),
    ("itemised = true", 'itemised = "yes"', "wrong-type", "yes"),
    ("itemised = true", "itemized = true", "unknown-slot", "itemized"),
    ("itemised = true", "actual = 5", "not-fixable", "actual"),
    ('"truncate"', '"down"', "unknown-word", "down"),
    ("ReceptionDetail.foreign", "ReceptionDetail.foriegn", "unknown-field", "foriegn"),
    ("ReceptionDetail.foreign", "ReceptionDetails.foreign", "unknown-class", "ReceptionDetails"),
    ("amount = ", "amuont = ", "unknown-role", "amuont"),
    ("topic = \"revenue.total\"", 'topic = "revenue.totals"', "unknown-topic", "revenue.totals"),
    ('label = "source"', 'label = "sources"', "unknown-field", "sources"),
    ('topic = "revenue.line", label', 'topic = "basic.total", share = "total", label', "not-toml", "basic.total"),
    ("between", 'mark = "a)", between', "unknown-mark", "a)"),
    ("between", 'heading = "{sorce}", between', "unknown-slot", "{sorce}"),
    ("between", 'heading = "{source", between', "template-syntax", "{source"),
    ("{ topic = \"revenue.total\" }", "{ tpoic = \"revenue.total\" }", "unknown-item", "tpoic"),
    ("Final accounts of {name}", "Final accounts of {nmae}", "unknown-slot", "nmae"),
    ("单位：{scale}", "单位：{unit}", "unknown-slot", "{unit}"),
    ("[sections.overall]", "[sections.overall]\nitems = [{ topic = \"overall.totl\" }]", "unknown-topic", "overall.totl"),
    ("[sections.overall]", '[sections.overall]\nitems = [{ group = "甲", en = "{levle}", items = [] }]', "unknown-slot", "{levle}"),
    ('en = "Overall"', 'en = "Costs {"', "template-syntax", "Costs {"),
    ('en = "Overall"', 'en = "{nme}"', "unknown-slot", "{nme}"),
    ("[sections.overall]", '[sections.overall]\ntitle = "{nme}"', "unknown-slot", "{nme}"),
    ('chart = "图1"', 'chart = "图1{"', "template-syntax", "图1{"),
    ('share = "share"', 'share = "source"', "wrong-field", 'share = "source"'),
    ('share = "share"', 'share = "amount"', "wrong-field", 'share = "amount"'),
    ('label = "source"', 'label = "amount"', "wrong-field", 'label = "amount"'),
    ("between", 'heading = "{amount}", between', "unknown-slot", "{amount}"),
    ("between", 'heading = "{share}", between', "unknown-slot", "{share}"),
    ("[outline]", "[outline]\nsections = [" + '"overall", ' * 100 + "]", "too-many", "sections"),
    ("[outline]", '[outline]\nsections = ["overal"]', "unknown-section", "overal"),
    ("[tables]", '[tables]\norder = ["total"]', "unknown-table", "order"),
    ("[tables.basic]", '[tables.basic]\nlayout = "lane"', "unknown-layout", "lane"),
    ('  { topic = "revenue.line", between = "；", last = "。" },', "", "chart-without-entry", "chart"),
    # words
    ('decrease = "下降"', 'decrease = ["下降", "增加"]', "same-word", "增加"),
    ('decrease = "下降"', "decrease = []", "no-word", "[]"),
    ('decrease = "下降"', 'decrease = "下 降"', "bad-word", "下 降"),
    ('decrease = "下降"', 'decrease = "下降１"', "full-width", "１"),
    ("[words.growth]", "[words.Growth]", "bad-name", "[words.Growth]"),
    ("[words.side]\nof = \"Side\"", "[words.sides]", "missing-key", "[words.sides]"),
    ("[words.side]", "[words.quoted]\nof = \"Direction\"\nincrease = \"增\"\n[words.side]", "duplicate-name", "phrases.quoted"),
    # parts, families, phrases
    ("$vehicles$", "$vehicle$", "unknown-part", "$vehicle$"),
    ("$vehicles$", "$vehicles", "stray-dollar", "$vehicles"),
    ("公务用车{amount}", "$vehicles${amount}", "part-cycle", "$vehicles${amount}"),
    ('like = "plain"', 'like = "plane"', "unknown-family", "plane"),
    ("fill = { mark = \"\" }", "fill = { makr = \"\" }", "unknown-blank", "makr"),
    ("fill = { mark = \"\" }", "", "unfilled-blank", "[phrases.quoted]"),
    ("fill = ", 'variants = "{name}"\nfill = ', "either-or", "like"),
    ("variants = \"“", "variants = [] # \"“", "no-variant", "[]"),
    ("variants = \"“", "# variants = \"“", "missing-key", "[families.plain]"),
    # sentences
    ("{side}总计", "{sied}总计", "unknown-slot", "{sied}"),
    ("{side}总计", "{side:sied}总计", "unknown-codec", "{side:sied}"),
    ("{side}总计", "{side:growth}总计", "unknown-codec", "{side:growth}"),
    ("{total}万元，包括", "{total:name}万元，包括", "unknown-codec", "{total:name}"),
    ("{side}总计", "总计", "unsaid-field", "SideTotal"),
    ("{side}总计{total}", "{side}{total}0", "swallowing-slot", "{total}0"),
    ("{side}总计", "{side总计", "template-syntax", "{side总计"),
    ("{side}总计", "[总计{side}", "template-syntax", "[总计"),
    ("{side}总计", "{side}总计２", "full-width", "２"),
    ("{side}总计", "{side}总\\r计", "control-character", "总\\r计"),
    ("{side}总计", "{side}总\\n计", "control-character", "总\\n计"),
    ("{side}总计", "{side}总\\u0000计", "control-character", "总\\u0000计"),
    ('vehicles = "', 'vehicles = "\\u0007', "control-character", "u0007"),
    ('decrease = "下降"', 'decrease = "下\\u200B降"', "control-character", "u200B"),
    ("{side}总计", "{side}<|总计>", "template-syntax", "<|总计>"),
    ("万元，包括", "<元| >，包括", "template-syntax", "<元| >"),
    ("{total}万元，包括", "{total} {total}万元，包括", "swallowing-slot", "{total} {total}"),
    # numbers
    ('amount = "0.00"', 'amount = "0,00"', "number-pattern", "0,00"),
    ('pattern = "0.0"', 'pattern = "x"', "number-pattern", "x"),
    ('pattern = "0.0", ', "", "missing-key", "truncate"),
    ("[conventions]\n", '[conventions]\nscale = "euro"\n', "unknown-word", "euro"),
    ('always_listed = ["301"]', 'always_listed = ["30"]', "bad-code", '"30"'),
    ("[conventions.formats]", '[conventions.standing_texts]\n"overall.closing.prio" = "无"\n[conventions.formats]', "unknown-topic", "prio"),
    ("[conventions.formats]", '[conventions.zero_base]\n"RevenueShare.share" = "nil"\n[conventions.formats]', "number-zero", "nil"),
    ('amount = "0.00"', 'amount = "0.00"\nitems = "0"', "unknown-role", "items"),
    ("materiality = 2", "materiality = -1", "negative", "-1"),
    ("[conventions.formats]", '[conventions.standing_texts]\n"overall.closing.prior" = " "\n[conventions.formats]', "empty-text", "closing"),
    ("[conventions.formats]", '[conventions.standing_texts]\n"overall.closing.prior" = "{x}"\n[conventions.formats]', "unknown-slot", "{x}"),
    ("[conventions.formats]", '[conventions.standing_texts]\n"overall.closing.prior" = "无\\n无"\n[conventions.formats]', "control-character", "无"),
    # tables
    ('row = "vehicles"', 'row = "vehicels"', "unknown-row", "vehicels"),
    ("landscape = false", 'lanes = [["3011"]]', "bad-code", "3011"),
    ("landscape = false", 'lanes = [["301"], ["301"]]', "duplicate", "301"),
    ("landscape = false", "lanes = []", "no-column", "[]"),
    ("landscape = false", "code_headings = []", "no-heading", "[]"),
    ("landscape = false", "footers = [[{}]]", "bad-footer", "{}"),
    ("landscape = false", 'layout = "list"', "wrong-layout", "list"),
    ("[tables.basic]", '[tables.revenue]\ncolumns = [{ key = "totl", headings = "合计" }]\n[tables.basic]', "unknown-column", "totl"),
    ("[tables.basic]", '[tables.three_public]\nbudget = "full"\n[tables.basic]', "unknown-word", "full"),
    ("[tables.basic]", '[tables.totals]\nheadings = ["收入"]\n[tables.basic]', "wrong-length", "headings"),
    ("[tables.basic]", '[tables.totals]\nblocks = [[[{ label = "甲", row = "a" }], []]]\n[tables.basic]', "unknown-row", "甲"),
    ("[tables.basic]", '[tables.totals]\nclasses = ["20"]\n[tables.basic]', "bad-code", "20"),
    # inheritance
    ("inner-mongolia/2023", "inner-mongolia/2021", "no-parent", "inherits"),
    ("inner-mongolia/2023", "inner-mongolai/2023", "no-parent", "inherits"),
    ("inner-mongolia/2023", "./none.toml", "no-parent", "inherits"),
    ("inner-mongolia/2023", "./duolun.toml", "inherits-itself", "inherits"),
    ("inner-mongolia/2023", "inner-mongolia", "bad-inherits", "inherits"),
    ('"inner-mongolia/2023"', "5", "bad-inherits", "inherits"),
    ("inner-mongolia/2023", "/none.toml", "bad-inherits", "inherits"),
    ("inner-mongolia/2023", "C:/none.toml", "bad-inherits", "inherits"),
    ("inner-mongolia/2023", "./none\\u0000.toml", "bad-inherits", "inherits"),
]  # fmt: skip
