namespace OkrKpi.Charts;

/// <summary>What is said where a target changed: from where to where, decided when, and why.</summary>
internal readonly record struct TargetNote(int Column, Mark Mark, string Text, string Brief, string Briefest)
{
    /// <summary>The changes among the columns, in order. What one decision does to later periods is told once.</summary>
    internal static List<TargetNote> Of(KpiColumn[] columns, Direction direction, ChartText text, decimal factor)
    {
        List<TargetNote> notes = [];
        Target? before = null;
        TargetDecision? told = null;
        for (var index = 0; index < columns.Length; index++)
        {
            if (columns[index].Target is not { } target)
            {
                continue;
            }

            if (before is not null && !target.Equals(before) && columns[index].Decision is { } decision && !IsSame(decision, told))
            {
                var mark = MarkOf(target, before, decision, direction);
                var change = text.Of(
                    decision.Kind == TargetDecisionKind.Redefinition ? "note.redefined" : mark == Mark.Up ? "note.raised"
                        : mark == Mark.Down ? "note.lowered" : "note.change",
                    text.Plain(before, factor), text.Plain(target, factor));
                var bare = $"{text.Plain(before, factor)} → {text.Plain(target, factor)}";
                var day = decision.IsDayStated ? text.Of("note.decided", change, text.Date(decision.DecidedOn)) : change;
                var because = decision.Because is { } reason ? ": " + Markup.Isolated(reason) : "";
                notes.Add(new(index, mark, day + because, change + because, bare + because));
                told = decision;
            }

            before = target;
        }

        return notes;
    }

    private static bool IsSame(TargetDecision decision, TargetDecision? told) =>
        told is not null && decision.IsDayStated && told.IsDayStated && decision.DecidedOn == told.DecidedOn;

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
