"""English names of the codes: 类 of 支出功能分类, and the economic 类 and items of 部门预算支出经济分类.

A name without an entry stays Chinese: there is no official English list of 款 and 项. ``SEEN`` are the terms that were
read in an official English text; all others are the usual ones of the reports of the Ministry of Finance to the NPC or
plain translations, and no official text was at hand to compare them with.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["ECONOMIC", "FORMER", "FUNCTIONAL", "SEEN"]

FUNCTIONAL: Final[Mapping[str, str]] = MappingProxyType(
    {
        "一般公共服务支出": "general public services",
        "外交支出": "foreign affairs",
        "国防支出": "national defense",
        "公共安全支出": "public security",
        "教育支出": "education",
        "科学技术支出": "science and technology",
        "文化旅游体育与传媒支出": "culture, tourism, sports and media",
        "社会保障和就业支出": "social security and employment",
        "社会保险基金支出": "social insurance funds",
        "卫生健康支出": "health",
        "节能环保支出": "energy conservation and environmental protection",
        "城乡社区支出": "urban and rural community affairs",
        "农林水支出": "agriculture, forestry and water conservancy",
        "交通运输支出": "transportation",
        "资源勘探工业信息等支出": "resource exploration, industry and information technology",
        "商业服务业等支出": "commerce and services",
        "金融支出": "financial affairs",
        "援助其他地区支出": "assistance to other regions",
        "自然资源海洋气象等支出": "natural resources, oceans and meteorology",
        "住房保障支出": "housing security",
        "粮油物资储备支出": "stockpiling of grain, edible oils and other materials",
        "国有资本经营预算支出": "state capital operations budget expenditure",
        "灾害防治及应急管理支出": "disaster prevention and emergency management",
        "预备费": "reserve funds",
        "其他支出": "other expenditure",
        "转移性支出": "transfers",
        "债务还本支出": "repayment of debt principal",
        "债务付息支出": "debt interest payments",
        "债务发行费用支出": "debt issuance expenses",
        "抗疫特别国债安排的支出": "expenditure from special treasury bonds for COVID-19 control",
    }
)
"""The 类 of 支出功能分类 by their official names (201 to 234)."""

FORMER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "文化体育与传媒支出": "culture, sports and media",
        "医疗卫生与计划生育支出": "health care and family planning",
        "资源勘探信息等支出": "resource exploration and information technology",
        "国土海洋气象等支出": "land, oceans and meteorology",
    }
)
"""Names of 类 until 2018, which tables of later years still use; none was seen in an official text."""

SEEN: Final = frozenset(
    {
        "一般公共服务支出",
        "外交支出",
        "国防支出",
        "公共安全支出",
        "教育支出",
        "科学技术支出",
        "粮油物资储备支出",
        "债务付息支出",
    }
)
"""The 类 whose English was read in the budget that the NPC approved in 2020, as quoted at
https://www.ccasindia.org/newsdetails.php?nid=4607."""

ECONOMIC: Final[Mapping[str, str]] = MappingProxyType(
    {
        # 301
        "工资福利支出": "wages and welfare",
        "基本工资": "basic salaries",
        "津贴补贴": "allowances and subsidies",
        "奖金": "bonuses",
        "伙食补助费": "meal subsidies",
        "绩效工资": "performance pay",
        "机关事业单位基本养老保险缴费": "basic pension insurance contributions",
        "职业年金缴费": "occupational annuity contributions",
        "职工基本医疗保险缴费": "basic medical insurance contributions",
        "公务员医疗补助缴费": "medical subsidy contributions for civil servants",
        "其他社会保障缴费": "other social security contributions",
        "住房公积金": "housing provident fund",
        "医疗费": "medical expenses",
        "其他工资福利支出": "other wages and welfare",
        # 302
        "商品和服务支出": "goods and services",
        "办公费": "office expenses",
        "印刷费": "printing",
        "咨询费": "consulting",
        "手续费": "handling charges",
        "水费": "water",
        "电费": "electricity",
        "邮电费": "post and telecommunications",
        "取暖费": "heating",
        "物业管理费": "property management",
        "差旅费": "travel",
        "因公出国（境）费用": "official overseas visits",
        "维修（护）费": "repairs and maintenance",
        "租赁费": "rent",
        "会议费": "meetings",
        "培训费": "training",
        "公务接待费": "official hospitality",
        "专用材料费": "special materials",
        "被装购置费": "uniforms and bedding",
        "专用燃料费": "special fuel",
        "劳务费": "labor services",
        "委托业务费": "commissioned services",
        "工会经费": "trade union funds",
        "福利费": "staff welfare",
        "公务用车运行维护费": "operation and maintenance of official vehicles",
        "其他交通费用": "other transport expenses",
        "税金及附加费用": "taxes and surcharges",
        "其他商品和服务支出": "other goods and services",
        # 303
        "对个人和家庭的补助": "subsidies to individuals and households",
        "离休费": "pensions of retired veteran cadres",
        "退休费": "retirement pay",
        "退职（役）费": "severance and discharge pay",
        "抚恤金": "compensation for death or disability",
        "生活补助": "living subsidies",
        "救济费": "relief payments",
        "医疗费补助": "medical subsidies",
        "助学金": "student grants",
        "奖励金": "rewards",
        "个人农业生产补贴": "agricultural production subsidies to individuals",
        "代缴社会保险费": "social insurance contributions paid on behalf of others",
        "其他对个人和家庭的补助": "other subsidies to individuals and households",
        # 307
        "债务利息及费用支出": "debt interest and fees",
        # 309 and 310
        "资本性支出（基本建设）": "capital expenditure (capital construction)",
        "资本性支出": "capital expenditure",
        "房屋建筑物购建": "purchase and construction of buildings",
        "办公设备购置": "office equipment",
        "专用设备购置": "special equipment",
        "基础设施建设": "infrastructure",
        "大型修缮": "major repairs",
        "信息网络及软件购置更新": "information networks and software",
        "物资储备": "stockpiling of materials",
        "土地补偿": "land compensation",
        "安置补助": "resettlement subsidies",
        "拆迁补偿": "demolition compensation",
        "公务用车购置": "purchase of official vehicles",
        "其他交通工具购置": "purchase of other vehicles",
        "文物和陈列品购置": "purchase of cultural relics and exhibits",
        "无形资产购置": "purchase of intangible assets",
        "其他基本建设支出": "other capital construction",
        "其他资本性支出": "other capital expenditure",
        # 311 to 399
        "对企业补助（基本建设）": "subsidies to enterprises (capital construction)",
        "对企业补助": "subsidies to enterprises",
        "对社会保障基金补助": "subsidies to social security funds",
        "其他支出": "other expenditure",
    }
)
"""The economic 类 (301 to 399) and their common items (款) by their official names; none was seen in an official text."""
