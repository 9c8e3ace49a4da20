using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// A key result only restates the target of a KPI instead of something the team can act on every week. Code <c>key-result-restates-kpi-target</c>:
/// an error when metric, period and target are the KPI's own, a warning when they come close; a warning never blocks.
/// </summary>
/// <remarks>
/// Bad: "increase the number of meetings from 100 to 300" when the KPI's target is 300 meetings a quarter. Better: "open rate of in-product messages from 4 %
/// to 15 %".
/// Warnings: the KPI's own name with another target, as "Number of meetings from 100 to 250"; and "follow-up meetings from 7 to 21 a week", because 21 a week
/// are
/// 273 a quarter, within 10 % of 300. Text alone is never more than a warning.
/// </remarks>
public sealed class KeyResultRestatesKpiTarget : FindingRule
{
    private const string Code = "key-result-restates-kpi-target";

    // Another period's target counts as close within a tenth (methods.md section 14).
    private const decimal CloseShare = 0.10m;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(KeyResult keyResult, Objective objective, ReviewContext context)
    {
        Guard.Against.Null(keyResult);
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        if (keyResult.Goal.Aim?.Target is not { } wanted)
        {
            return [];
        }

        // The metric it says it measures goes before those the objective addresses, of which only one that shares a word can be meant.
        var words = new Lazy<HashSet<string>>(() => NameReading.Of(keyResult.Name));
        var measured = keyResult.Measures is { } id ? context.NeedOf(id)?.Kpi : null;
        return (measured is null ? [] : new[] { measured })
            .Concat(context.AddressedSharing(objective, words))
            .Select(kpi => Compare(objective, keyResult, wanted, kpi, words, context))
            .OfType<Finding>()
            .Take(1);
    }

    private static Finding? Compare(
        Objective objective, KeyResult keyResult, decimal wanted, Kpi kpi, Lazy<HashSet<string>> words, ReviewContext context)
    {
        var isSameMetric = kpi.Id.Equals(keyResult.Measures);
        var unit = keyResult.Unit.Kind == UnitKind.Rate ? keyResult.Unit.Of! : keyResult.Unit;
        if (!unit.ConvertsTo(kpi.Unit))
        {
            return null;
        }

        var grain = GrainOf(objective, keyResult, kpi);
        var amount = unit.Convert(wanted, kpi.Unit);
        var isOfSamePeriod = grain == kpi.Cadence.PeriodsAYear;
        var scaled = isOfSamePeriod || kpi.Aggregation.Additivity() != Additivity.Additive ? amount : amount * grain / kpi.Cadence.PeriodsAYear;
        var targets = context.TargetsNowAndLater(kpi);
        var same = isOfSamePeriod && Array.IndexOf(targets, amount) >= 0;
        var closest = Closest(targets, scaled);
        decimal? close = closest < 0 ? null : targets[closest];
        if (isSameMetric && same)
        {
            return Remark(FindingSeverity.Error, "finding.restates", amount);
        }

        if (isSameMetric)
        {
            return Remark(FindingSeverity.Warning, closest >= 0 ? "finding.restatesAtOtherPeriod" : "finding.sameMetric", close);
        }

        // What goes the other way is another result: fewer meetings cancelled are no more meetings.
        if (kpi.Direction is Direction.HigherIsBetter or Direction.LowerIsBetter
            && keyResult.Goal.Aim?.Direction is { } direction && direction != kpi.Direction)
        {
            return null;
        }

        // Words are compared last, as that costs most: the same words are the same metric, of one that has more words only the target tells.
        var kpiWords = context.NameOf(kpi);
        var isClose = same || (closest >= 0 && !isOfSamePeriod);
        if (kpiWords.Count == 0 || !(isClose ? words.Value.Overlaps(kpiWords) : words.Value.SetEquals(kpiWords)))
        {
            return null;
        }

        return isClose ? Remark(FindingSeverity.Warning, "finding.comesClose", same ? amount : close)
            : Remark(FindingSeverity.Warning, "finding.sameName", close);

        Finding Remark(FindingSeverity severity, string key, decimal? target) => Finding.Of(
            Code, severity, objective, keyResult, key,
            new("kpi", kpi.Name), new("wanted", wanted, keyResult.Unit), new("scaled", scaled, kpi.Unit), new("target", target, kpi.Unit),
            new("cadence", kpi.Cadence));
    }

    private static int Closest(decimal[] targets, decimal amount)
    {
        for (var index = 0; index < targets.Length; index++)
        {
            if (Math.Abs(amount - targets[index]) <= CloseShare * Math.Abs(targets[index]))
            {
                return index;
            }
        }

        return -1;
    }

    // The periods a year of what the result is counted in: a rate says its period; another additive result is of the whole cycle, of any number of months or
    // weeks; a level has the KPI's own period.
    private static decimal GrainOf(Objective objective, KeyResult keyResult, Kpi kpi) =>
        (keyResult.Unit.Every ?? keyResult.Goal.RateCadence) is { } every ? every.PeriodsAYear
        : kpi.Aggregation.Additivity() != Additivity.Additive ? kpi.Cadence.PeriodsAYear
        : objective.Cycle.Months is { } months ? Cadence.Month.PeriodsAYear / months
        : objective.Cycle.Days % 7 == 0 ? Cadence.Week.PeriodsAYear / objective.Cycle.Weeks
        : kpi.Cadence.PeriodsAYear;
}
