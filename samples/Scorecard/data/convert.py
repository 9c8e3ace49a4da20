#!/usr/bin/env python3
"""Turns published KPIs and OKRs into the document format.

    convert.py transit kpi-mta-nyct.json > transit.json
    convert.py ipld okr-ipld.json > ipld.json

transit: 27 indicators of New York City Transit, monthly actuals and targets 2008 to 2018. A target that changes once a year
is a standing target decided on 1 January; where a year has several, they are a plan of months decided on 1 January.
A target printed as 0 is no target. An indicator for which no direction is better keeps its values but gets no target.

ipld: the key results of one team over six quarters, with a score from 0 to 1 at mid-quarter and at the end.
"""
import calendar
import json
import re
import sys
from datetime import date, timedelta


def month_end(month):
    year, number = int(month[:4]), int(month[5:7])
    return f"{month}-{calendar.monthrange(year, number)[1]:02}"


def unit(kpi):
    if kpi["unit"] == "%":
        return {"kind": "percent"}
    if kpi["aggregationInferred"].startswith("sum"):
        return {"kind": "count", "of": "trip"}
    if kpi["name"].startswith("Mean Distance"):
        return {"kind": "count", "of": "mile"}
    return {"kind": "index", "name": "rate"}


def targets(kpi):
    if kpi["direction"] not in ("up", "down"):
        return []
    by_year = {}
    for target in kpi["targets"]:
        by_year.setdefault(target["effectiveFrom"][:4], []).append(target)
    planned = any(len(each) > 1 for each in by_year.values())
    decided = []
    if planned:
        for period, target, *_ in kpi["rows"]:
            if target:
                decided.append({"from": f"{period}-01", "through": month_end(period), "decidedOn": f"{period[:4]}-01-01", "value": target})
        return decided
    for target in kpi["targets"]:
        start = f"{target['effectiveFrom']}-01"
        if target["value"] is None:
            decided.append({"from": start, "decidedOn": start, "withdrawn": True})
        else:
            decided.append({"from": start, "decidedOn": start, "value": target["value"]})
    return decided


def transit(source):
    publisher = source["source"]
    document = {"version": 1, "name": "New York City Transit", "note": f"{publisher['publisher']}, from {publisher['repo']} at {publisher['commit']}.", "kpis": [], "measurements": []}
    for kpi in source["kpis"]:
        entry = {
            "id": kpi["id"], "name": kpi["name"], "unit": unit(kpi),
            "direction": "lowerIsBetter" if kpi["direction"] == "down" else "higherIsBetter",
            "cadence": "month", "aggregation": "sum" if kpi["aggregationInferred"].startswith("sum") else "last",
            "owner": "New York City Transit", "group": kpi["category"]}
        decided = targets(kpi)
        if decided:
            entry["targets"] = decided
        document["kpis"].append(entry)
        values = [{"date": month_end(row[0]), "value": row[2]} for row in kpi["rows"] if row[2] is not None]
        document["measurements"].append({"kpi": kpi["id"], "values": values})
    return document


def ipld(source):
    publisher = source["source"]
    document = {"version": 1, "name": "IPLD", "note": f"{publisher['publisher']}, from {publisher['repo']} at {publisher['commit']}.", "objectives": []}
    for cycle in source["cycles"]:
        start, end = date.fromisoformat(cycle["start"]), date.fromisoformat(cycle["end"])
        middle = start + timedelta(days=(end - start).days // 2)
        for objective in cycle["objectives"]:
            results = []
            for result in objective["keyResults"]:
                scores = [(middle, result.get("midScore")), (end, result.get("finalScore"))]
                entry = {"id": result["id"], "name": result["title"], "unit": {"kind": "index", "name": "score"}, "goal": {"kind": "fromTo", "start": 0, "target": 1}}
                if result.get("owner"):
                    entry["owner"] = result["owner"]
                checks = [{"date": day.isoformat(), "value": score} for day, score in scores if isinstance(score, (int, float))]
                if checks:
                    entry["checkIns"] = checks
                results.append(entry)
            document["objectives"].append({
                "id": objective["id"], "title": objective["title"], "cycle": {"name": cycle["cycle"], "start": cycle["start"], "end": cycle["end"]},
                "owner": source["team"], "keyResults": results})
    return document


def write(document):
    """One line for each innermost object, so that the file is readable and diffs well."""
    text = json.dumps(document, indent=1, ensure_ascii=False)
    return re.sub(r"\{[^{}\[\]]*\}", lambda match: re.sub(r"\s*\n\s*", " ", match.group()), text) + "\n"


if __name__ == "__main__":
    with open(sys.argv[2], encoding="utf-8") as file:
        sys.stdout.write(write({"transit": transit, "ipld": ipld}[sys.argv[1]](json.load(file))))
