"""Accounts that were made up, as JSON, with sentences of their narratives worked out by hand.

All of them begin with accounts in which everything is zero.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple


class Case(NamedTuple):
    """Accounts, lines that stand in their narrative (white space apart), and words that do not."""

    name: str
    accounts: dict[str, Any]
    lines: list[str]
    nowhere: tuple[str, ...] = ()


ZERO: dict[str, Any] = json.loads("""{
  "format": "govfinance/1",
  "scale": "元",
  "department": {"name": "甲县乙局"},
  "year": 2023,
  "overall": {
    "total": {"initial": "0"},
    "revenue": {"prior": "0"},
    "surplus_used": {"actual": "0", "prior": "0"},
    "opening": {"actual": "0", "prior": "0"},
    "expenditure": {"prior": "0"},
    "surplus_distribution": {"actual": "0", "prior": "0"},
    "closing": {"actual": "0", "prior": "0"}
  },
  "revenue": {
    "general_public": {"actual": "0"},
    "government_fund": {"actual": "0"},
    "state_capital": {"actual": "0"},
    "superior_subsidy": {"actual": "0"},
    "service": {"actual": "0"},
    "operation": {"actual": "0"},
    "subordinate_payment": {"actual": "0"},
    "other": {"actual": "0"}
  },
  "expenditure": {
    "basic": {"actual": "0"},
    "project": {"actual": "0"},
    "superior_payment": {"actual": "0"},
    "operation": {"actual": "0"},
    "subordinate_subsidy": {"actual": "0"}
  },
  "fiscal": {
    "total": {"initial": "0", "prior": "0"},
    "funds": {
      "general_public": {"opening": {"actual": "0"}, "closing": {"actual": "0"}},
      "government_fund": {
        "opening": {"actual": "0"},
        "expenditure": {"actual": "0", "prior": "0"},
        "closing": {"actual": "0"}
      },
      "state_capital": {
        "opening": {"actual": "0"},
        "expenditure": {"actual": "0", "prior": "0"},
        "closing": {"actual": "0"}
      }
    }
  },
  "functional": {"general_public": {"2010101": {"basic": "0", "project": "0", "initial": "0"}}},
  "economic": {"basic": {"30101": {"actual": "0"}}},
  "three_public": {
    "abroad": {"adjusted": "0", "actual": "0", "prior": "0", "groups": 0, "persons": 0},
    "vehicle_purchase": {"adjusted": "0", "actual": "0", "prior": "0", "bought": 0},
    "vehicle_operation": {"adjusted": "0", "actual": "0", "prior": "0", "held": 0},
    "reception": {
      "adjusted": "0",
      "prior": "0",
      "domestic": {"actual": "0", "batches": 0, "persons": 0},
      "foreign": {"actual": "0", "batches": 0, "persons": 0}
    }
  },
  "operating_expenses": {"prior": "0"},
  "procurement": {
    "goods": {"amount": "0", "to_sme": "0"},
    "works": {"amount": "0", "to_sme": "0"},
    "services": {"amount": "0", "to_sme": "0"},
    "to_micro": "0"
  },
  "state_assets": {
    "provincial_leader_vehicles": 0,
    "principal_vehicles": 0,
    "confidential_vehicles": 0,
    "emergency_vehicles": 0,
    "enforcement_vehicles": 0,
    "special_vehicles": 0,
    "retired_cadre_vehicles": 0,
    "other_vehicles": 0,
    "large_equipment": 0
  },
  "performance": {
    "self_evaluations": {
      "general_public": {"projects": 0, "amount": "0"},
      "government_fund": {"projects": 0, "amount": "0"}
    }
  }
}""")


def merged(base: Any, other: Any) -> Any:
    """The base with what the other has; lists and figures are replaced."""
    if not isinstance(base, dict) or not isinstance(other, dict):
        return other
    return {key: merged(base.get(key), other[key]) if key in other else base[key] for key in {**base, **other}}


def case(name: str, other: str, lines: str, *nowhere: str) -> Case:
    """A case from JSON over `ZERO` and a text of lines."""
    return Case(name, merged(ZERO, json.loads(other)), lines.split("\n")[1:-1], nowhere)


CASES = [
    case(
        "all zero",
        "{}",
        """
甲县乙局2023年度部门决算情况说明
甲县乙局（部门）2023年度收入、支出决算总计 0.00万元。与年初预算相比，收、支总计各增加 0.00万元，增长0%。与年初预算持平。\
与上年决算相比，收、支总计各增加0.00万元，增长0%。与上年决算持平。其中：
1. 本年收入决算合计 0.00万元。与上年决算相比，增加0.00万元，增长0%。变动原因：不存在此项内容。
2. 结余分配 0.00万元。结余分配事项：无。与上年决算相比，增加0.00万元，增长0%。变动原因：不存在此项内容。
3. 年末结转和结余 0.00万元。结转和结余事项：无。与上年决算相比，增加0.00万元，增长0%。变动原因：不存在此项内容。
本年附属单位上缴收入 0.00万元，占 0.00%；
本年对附属单位补助支出 0.00万元，占 0.00%。
甲县乙局（部门） 2023年度一般公共预算财政拨款支出决算 0.00万元。年初预算 0.00万元。
（一）人员经费 0.00万元。
（三）资本性支出 0.00万元。
甲县乙局（部门） 2023年度财政拨款“三公”经费全年预算 0.00万元，支出决算 0.00万元，完成预算的 0%。\
其中：因公出国（境）费全年预算 0.00万元，支出决算 0.00万元，完成预算的 0%；\
公务用车购置及运行维护费全年预算 0.00万元，支出决算 0.00万元，完成预算的 0%；\
公务接待费全年预算 0.00万元，支出决算 0.00万元，完成预算的 0%。
3. 公务接待费支出 0.00万元。其中：国内公务接待支出 0.00万元，接待0 批次，0 人次；\
国（境）外公务接待支出 0.00万元，接待0 批次，0 人次。与上年决算相比，增加0.00万元，增长0%。与上年决算持平。
甲县乙局（部门） 2023年度政府性基金预算财政拨款支出决算 0.00万元。\
与上年决算相比，增加0.00万元，增长0%，变动原因：本部门无政府性基金预算财政拨款收、支、余。
甲县乙局（部门） 2023年度机构运行经费支出决算 0.00万元。与上年决算相比，增加0.00万元，增长0%。与上年决算持平。
甲县乙局部门2023年度没有需要开展绩效自评的项目。
""",
        "（类）",
        "（二）部门决算中项目绩效自评结果",
        "NaN",
    ),
    case(
        "from nothing to something",
        """{
  "overall": {"closing": {"actual": "100000"}},
  "revenue": {"general_public": {"actual": "1500000"}},
  "expenditure": {"basic": {"actual": "1000000"}, "project": {"actual": "400000"}},
  "fiscal": {"funds": {"general_public": {"closing": {"actual": "100000"}}}},
  "functional": {"general_public": {"2010101": {"basic": "1000000", "project": "400000", "initial": "0"}}},
  "economic": {"basic": {"30101": {"actual": "1000000"}}, "project": {"30201": {"actual": "400000"}}},
  "three_public": {"vehicle_operation": {"adjusted": "0", "actual": "5000", "held": 1}},
  "remarks": {"overall.closing.matter": "项目尾款", "overall.closing.prior": "项目跨年"}
}""",
        """
甲县乙局（部门）2023年度收入、支出决算总计 150.00万元。与年初预算相比，收、支总计各增加 150.00万元（年初预算数为0，不计算增减率）。\
与上年决算相比，收、支总计各增加150.00万元（上年决算数为0，不计算增减率）。其中：
1. 本年支出决算合计 140.00万元。与上年决算相比，增加140.00万元（上年决算数为0，不计算增减率）。
3. 年末结转和结余 10.00万元。结转和结余事项：项目尾款。与上年决算相比，增加10.00万元（上年决算数为0，不计算增减率），变动原因：项目跨年。
本年基本支出 100.00万元，占 71.43%；
甲县乙局（部门） 2023年度一般公共预算财政拨款支出决算 140.00万元。年初预算 0.00万元。其中：
一般公共服务支出类决算数为 140.00万元，与年初预算相比增加140.00万元。其中：
1. 人大事务（款）行政运行（项）。年初预算0万元，支出决算140万元。
甲县乙局（部门） 2023年度财政拨款“三公”经费全年预算 0.00万元，支出决算 0.50万元。\
其中：因公出国（境）费全年预算 0.00万元，支出决算 0.00万元，完成预算的 0%；\
公务用车购置及运行维护费全年预算 0.00万元，支出决算 0.50万元；\
公务接待费全年预算 0.00万元，支出决算 0.00万元，完成预算的 0%。
""",
    ),
    case(
        "less of everything",
        """{
  "overall": {
    "total": {"initial": "1200000"},
    "revenue": {"prior": "1000000"},
    "opening": {"actual": "100000", "prior": "200000"},
    "expenditure": {"prior": "1050000"},
    "closing": {"actual": "100000", "prior": "150000"}
  },
  "revenue": {"general_public": {"actual": "900000"}},
  "expenditure": {"basic": {"actual": "700000"}, "project": {"actual": "200000"}},
  "fiscal": {"total": {"initial": "1000000", "prior": "1200000"}},
  "functional": {"general_public": {"2010101": {"basic": "700000", "project": "200000", "initial": "1000000"}}},
  "economic": {
    "basic": {"30101": {"actual": "500000"}, "30201": {"actual": "200000"}},
    "project": {"30201": {"actual": "200000"}}
  },
  "three_public": {
    "vehicle_operation": {"adjusted": "40000", "actual": "30000", "prior": "45000", "held": 1},
    "reception": {"adjusted": "20000", "prior": "30000", "domestic": {"actual": "10000", "batches": 2, "persons": 9}}
  },
  "operating_expenses": {"prior": "250000"},
  "remarks": {"functional.2010101": "人员减少", "operating_expenses.prior": "厉行节约"}
}""",
        """
甲县乙局（部门）2023年度收入、支出决算总计 100.00万元。与年初预算相比，收、支总计各减少 20.00万元，减少 16.67%。\
与上年决算相比，收、支总计各减少20.00万元，减少16.67%。其中：
1. 本年收入决算合计 90.00万元。与上年决算相比，减少10.00万元，减少10.00%。
3. 年初结转和结余 10.00万元。与上年决算相比，减少10.00万元，减少50.00%。
1. 本年支出决算合计 90.00万元。与上年决算相比，减少15.00万元，减少14.29%。
甲县乙局（部门） 2023年度财政拨款收入、支出决算总计 90.00万元，与年初预算相比，收、支总计各减少10.00万元，减少10.00%；\
与上年决算相比，收、支总计各减少30.00万元，减少25.00%。
甲县乙局（部门） 2023年度一般公共预算财政拨款支出决算 90.00万元。与年初预算 100.00万元相比，完成年初预算的 90.00%。其中：
一般公共服务支出类决算数为 90.00万元，与年初预算相比减少10.00万元。其中：
1. 人大事务（款）行政运行（项）。年初预算100万元，支出决算90万元，完成年初预算的90%。决算数与年初预算数的差异原因：人员减少。
甲县乙局（部门） 2023年度财政拨款“三公”经费支出 4.00万元。因公出国（境）费支出 0.00万元，占 0.00%；\
公务用车购置及运行维护费支出 3.00万元，占 75.00%；公务接待费支出 1.00万元，占 25.00%。其中：
3. 公务接待费支出 1.00万元。其中：国内公务接待支出 1.00万元，接待2 批次，9 人次；\
国（境）外公务接待支出 0.00万元，接待0 批次，0 人次。与上年决算相比，减少2.00万元，减少66.67%。
甲县乙局（部门） 2023年度机构运行经费支出决算 20.00万元。与上年决算相比，减少5.00万元，减少20.00%，变动原因：厉行节约。
""",
        "增长-",
        "减少-",
        "下降",
    ),
]
