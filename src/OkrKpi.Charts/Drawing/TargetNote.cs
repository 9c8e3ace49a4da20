namespace OkrKpi.Charts;

/// <summary>What is said where a target changed: from where to where, decided when, and why.</summary>
internal readonly record struct TargetNote(int Column, Mark Mark, string Text, string Brief, string Briefest)
{
    /// <summary>The changes among the columns, in order. What one decision does to later periods is told once.</summary>
    internal static List<TargetNote> Of(KpiColumn[] columns, Direction direction, ChartText text, decimal factor)
    {
        List<TargetNote> notes = [];
        List<TargetDecision> told = [];
        int[] known = [.. Enumerable.Range(0, columns.Length).Where(column => columns[column].Target is not null)];
        for (var place = 1; place < known.Length; place++)
        {
            var (before, target) = (columns[known[place - 1]].Target!, columns[known[place]].Target!);
            if (columns[known[place]].Decision is not { } decision || (told.Count > 0 && IsSame(decision, told[^1]))
                || (target.Equals(before) && (decision.Kind != TargetDecisionKind.Redefinition || decision.Equals(columns[known[place - 1]].Decision))))
            {
                continue;
            }

            var mark = MarkOf(target, before, decision, direction);
            var (was, now) = (text.Plain(before, factor), text.Plain(target, factor));
            var step = was == now ? now : $"{was} → {now}";
            var change = text.Of(
                decision.Kind == TargetDecisionKind.Redefinition ? "note.redefined" : mark == Mark.Up ? "note.raised" : mark == Mark.Down ? "note.lowered"
                    : "note.change",
                step);
            var day = decision.IsDayStated ? text.Of("note.decided", change, text.Date(decision.DecidedOn)) : change;
            var because = decision.Because is { } reason ? ": " + Markup.Isolated(reason) : "";
            notes.Add(new(known[place], mark, day + because, change + because, step + because));
            told.Add(decision);
        }

        return notes;
    }

    private static bool IsSame(TargetDecision decision, TargetDecision told) =>
        decision.IsDayStated && told.IsDayStated && decision.DecidedOn == told.DecidedOn;

    private static Mark MarkOf(Target target, Target before, TargetDecision decision, Direction direction) =>
        decision.Kind == TargetDecisionKind.Redefinition || !target.Fits(direction) || !before.Fits(direction) ? Mark.Dash
        : target.ComparedWith(before, direction) switch
        {
            TargetChange.Raised => Mark.Up,
            TargetChange.Lowered => Mark.Down,
            TargetChange.Unchanged or TargetChange.Shifted or TargetChange.First or TargetChange.Withdrawn or TargetChange.Corrected
                or TargetChange.Redefined or TargetChange.Restored => Mark.Dash,
        };
}
