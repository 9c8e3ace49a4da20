using OkrKpi.Signals;

namespace OkrKpi.Charts;

/// <summary>What a picture of a KPI says, for its caption and for those who do not see it.</summary>
internal static class KpiSentences
{
    internal static string Of(KpiAssessment assessment, ProcessBehaviour behaviour, ChartText text)
    {
        List<string> said = [Standing(assessment, text)];
        if (assessment.Awaited.Count > 0)
        {
            said.Add(assessment.Awaited.Count == 1
                ? text.Of("say.awaited", assessment.Awaited[0].Period.Label)
                : text.Of("say.awaitedSeveral", assessment.Awaited[0].Period.Label, assessment.Awaited[^1].Period.Label));
        }

        if (assessment.Running is { Actual: { } soFar } running)
        {
            var unit = assessment.Kpi.Unit;
            said.Add(running.Due is { } due && due != running.Target
                ? text.Of("say.runningDue", text.Amount(soFar, unit), running.Period.Label, due.Value is { } whole
                    ? text.Amount(ChartText.Due(whole, assessment.Kpi), unit) : text.Amount(due, unit))
                : text.Of("say.running", text.Amount(soFar, unit), running.Period.Label));
        }

        if (Unusual(behaviour, text) is { } unusual)
        {
            said.Add(unusual);
        }

        return string.Join(' ', said);
    }

    // Whether the latest value is one of those that come by chance.
    private static string? Unusual(ProcessBehaviour behaviour, ChartText text)
    {
        if (behaviour.Variation == Variation.CannotTell || behaviour.Points[^1] is not { Lower: { } lower, Upper: { } upper } last)
        {
            return null;
        }

        var unit = behaviour.Kpi!.Unit;
        return behaviour.LatestSignal is { } signal
            ? text.Of("say.unusual", last.Period!.Value.Label, signal.Explain().Sentence(text.Culture), text.Name(behaviour.Variation))
            : text.Of("say.usual", last.Period!.Value.Label, text.Amount(behaviour.Shown(lower), unit), text.Amount(behaviour.Shown(upper), unit));
    }

    /// <summary>The same in a word or two.</summary>
    internal static string Status(KpiAssessment assessment, ChartText text) => assessment.Shown is { Status: KpiStatus.Partial } shown
        ? KpiTable.StatusOf(IsAwaited(assessment, shown) ? ColumnKind.Awaited : ColumnKind.NotJudged, shown.Status, text)
        : text.Name(assessment.Status);

    private static bool IsAwaited(KpiAssessment assessment, KpiPeriod period) => assessment.Awaited.Any(each => each.Period == period.Period);

    /// <summary>The first of them: how it stands, and since when.</summary>
    internal static string Standing(KpiAssessment assessment, ChartText text)
    {
        var unit = assessment.Kpi.Unit;
        if (assessment.Shown is not { Actual: { } actual } shown)
        {
            return text["say.noData"];
        }

        var (amount, period) = (text.Amount(actual, unit), shown.Period.Label);
        if (shown.Due is not { } due || assessment.Kpi.IsWatched)
        {
            return text.Of("say.noTarget", amount, period);
        }

        var target = text.Amount(due, unit);
        if (due != shown.Target && shown.Target is not null)
        {
            // Some of its measuring periods have no figures: it is judged by what was due for the others.
            period = text.Of("say.part", period, text.Number(shown.Coverage.Present), text.Number(shown.Coverage.Expected));
        }

        if (!shown.IsMissed)
        {
            return text.Of(shown.IsJudged ? "say.met" : IsAwaited(assessment, shown) ? "say.notJudged" : "say.leftOut", amount, target, period);
        }

        var side = assessment.Kpi.Direction switch
        {
            Direction.HigherIsBetter => "below",
            Direction.LowerIsBetter => "above",
            Direction.WithinBand or Direction.None => "outside",
        };
        return assessment.MissedSince() is { } since && since.Period != shown.Period
            ? text.Of("say." + side + "Since", amount, target, period, since.Period.Label)
            : text.Of("say." + side, amount, target, period);
    }
}
