using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>The rule: a KPI that lags behind its target, or whose target is raised, needs an OKR.</summary>
/// <remarks>
/// <para>Immutable, so safe for any number of threads. Monotone: a better actual never creates a need, a more ambitious newest decision never removes one.
/// Independent of the order of
/// inputs.</para>
/// <para>A target is raised by a decision: what was decided on one day is one raise, told by the first period it raised. It is a reason from the day it is
/// decided until that period is judged, and for
/// 28 days at least; not yet while the period begins more than a year from now, and not where the KPI reaches the raised target already.
/// <see cref="OkrNeed.Raises"/> tells these too.</para>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class OkrNeedRule
{
    private OkrNeedRule(Lagging lagging, Tolerance raiseMargin)
    {
        Lagging = lagging;
        RaiseMargin = raiseMargin;
    }

    /// <summary>The rule with the default reading of "lags"; every raise counts.</summary>
    public static OkrNeedRule Default { get; } = new(Lagging.Default, Tolerance.None);

    /// <summary>How "lags" is read.</summary>
    public Lagging Lagging { get; private set; }

    /// <summary>By how much of the old target one may be raised without a need; <see cref="Tolerance.None"/> when every raise counts.</summary>
    public Tolerance RaiseMargin { get; private set; }

    /// <summary>The same rule with another reading of "lags".</summary>
    /// <param name="lagging">The reading.</param>
    /// <returns>The rule.</returns>
    public OkrNeedRule With(Lagging lagging) => Changed(copy => copy.Lagging = Guard.Against.Null(lagging));

    /// <summary>The same rule for raises that matter: a target raised by no more than a margin of the old one needs no OKR.</summary>
    /// <param name="margin">The margin; exactly that much is still no reason. 100 to 105 with 5 % is none, 100 to 106 is one.</param>
    /// <returns>The rule.</returns>
    public OkrNeedRule IgnoringRaisesWithin(Tolerance margin) => Changed(copy => copy.RaiseMargin = Guard.Against.Null(margin));

    /// <summary>Applies the rule to a KPI.</summary>
    /// <param name="assessment">How the KPI stands.</param>
    /// <param name="objectives">The objectives that may cover it; those that do not address it are ignored.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">An objective is <see langword="null"/>.</exception>
    public OkrNeed Apply(KpiAssessment assessment, params IEnumerable<Objective> objectives) => Apply(assessment, objectives, []);

    /// <summary>Applies the rule to a KPI whose need may have been dismissed.</summary>
    /// <param name="assessment">How the KPI stands.</param>
    /// <param name="objectives">The objectives that may cover it; those that do not address it are ignored.</param>
    /// <param name="dismissals">What was dismissed; that of other KPIs is ignored.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">An objective or dismissal is <see langword="null"/>.</exception>
    public OkrNeed Apply(KpiAssessment assessment, IEnumerable<Objective> objectives, IEnumerable<NeedDismissal> dismissals)
    {
        Guard.Against.Null(assessment);
        var reading = assessment.Kpi.Lagging ?? Lagging;
        var all = Require.Copy(dismissals);
        var raises = OpenRaises.Of(assessment, RaiseMargin);
        var reasons = Reasons(assessment, raises);
        Objective[] addressing = [.. Require.Copy(objectives).Where(objective => objective.IsAddressing(assessment.Kpi.Id)).OrderBy(objective => objective.Id)];
        return new(
            assessment,
            reasons,
            raises,
            [
                .. addressing.Where(
                    objective => objective.IsOpenAsOf(assessment.AsOf) && objective.KeyResults.Any(keyResult => !(keyResult.CancelledOn <= assessment.AsOf)))
            ],
            [.. addressing.Where(objective => objective.IsPlannedAsOf(assessment.AsOf))],
            reasons.Length == 0 || all.Length == 0 ? null : Silencing(assessment, reasons, all),
            reading);
    }

    private NeedReason[] Reasons(KpiAssessment assessment, TargetRaise[] raises)
    {
        NeedReason?[] reasons = [(assessment.Kpi.Lagging ?? Lagging).Check(assessment), Raised(assessment, raises)];
        return [.. reasons.OfType<NeedReason>()];
    }

    // The latest decision that asks for an OKR is told; the other open raises stand below it.
    private static TargetRaisedReason? Raised(KpiAssessment assessment, TargetRaise[] raises) =>
        Array.Find(raises, static raise => raise.Standing == RaiseStanding.AsksForAnOkr) is { } told
            ? new(assessment, told, Array.FindAll(raises, raise => raise != told))
            : null;

    // The latest dismissal of the first reason, if every reason is silenced by one.
    private NeedDismissal? Silencing(KpiAssessment assessment, NeedReason[] reasons, NeedDismissal[] dismissals)
    {
        (NeedDismissal Dismissal, NeedReason[] Then)[] inForce = [.. dismissals
            .Where(dismissal => dismissal.Kpi.Equals(assessment.Kpi.Id) && dismissal.IsInForceOn(assessment.AsOf))
            .OrderByDescending(dismissal => dismissal.On)
            .Select(dismissal => (dismissal, ReasonsOn(dismissal.On)))];
        return Array.TrueForAll(reasons, reason => Array.Exists(inForce, each => each.Dismissal.Silences(reason, each.Then, assessment)))
            ? Array.Find(inForce, each => each.Dismissal.Silences(reasons[0], each.Then, assessment)).Dismissal
            : null;

        NeedReason[] ReasonsOn(LocalDate day)
        {
            if (day == assessment.AsOf)
            {
                return reasons;
            }

            var then = assessment.On(day);
            return Reasons(then, OpenRaises.Of(then, RaiseMargin));
        }
    }

    /// <summary>The policies, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => RaiseMargin.Equals(Tolerance.None) ? $"lags: {Lagging}" : $"lags: {Lagging}; raises beyond {RaiseMargin}";

    private OkrNeedRule Changed(Action<OkrNeedRule> change)
    {
        var copy = (OkrNeedRule)MemberwiseClone();
        change(copy);
        return copy;
    }
}
