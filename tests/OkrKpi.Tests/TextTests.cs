using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Every text that enters is one that can be kept and shown: not blank, on one line, and valid Unicode.</summary>
public sealed class TextTests
{
    private static readonly LocalDate Day = new(2026, 7, 1);

    private static readonly Kpi Kpi = Kpi.Define("k", "K", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Last);

    private static readonly KeyResult KeyResult = KeyResult.Define("r", "R", Unit.Percent, Goal.YesNo());

    private static readonly Objective Objective = Objective.Define("o", "O", Cycle.Quarter(2026, 3));

    private static readonly Dictionary<string, Action<string>> Entries = new()
    {
        ["id of a KPI"] = text => KpiId.Of(text),
        ["id of an objective"] = text => ObjectiveId.Of(text),
        ["id of a key result"] = text => KeyResultId.Of(text),
        ["id of an initiative"] = text => InitiativeId.Of(text),
        ["thing counted"] = text => Unit.Count(text),
        ["name of the index"] = text => Unit.Index(text),
        ["thing a ratio is per"] = text => Unit.Percent.Per(text),
        ["name of a KPI"] = text => Kpi.Define("k", text, Unit.Percent, Direction.HigherIsBetter),
        ["owner of a KPI"] = text => Kpi.OwnedBy(text),
        ["group of a KPI"] = text => Kpi.InGroup(text),
        ["reason for a target"] = text => Kpi.WithTarget(1m, Day, null, text),
        ["reason for a dismissal"] = text => NeedDismissal.Of("k", Day, text),
        ["dimension of a segment"] = text => Segment.Of(text, "North"),
        ["name of a segment"] = text => Segment.Of("region", text),
        ["name of a cycle"] = text => Cycle.Quarter(2026, 3).Named(text),
        ["title of an objective"] = text => Objective.Define("o", text, Cycle.Quarter(2026, 3)),
        ["owner of an objective"] = text => Objective.OwnedBy(text),
        ["team that shares an objective"] = text => Objective.SharedBy(text),
        ["name of a key result"] = text => KeyResult.Define("r", text, Unit.Percent, Goal.YesNo()),
        ["owner of a key result"] = text => KeyResult.OwnedBy(text),
        ["note of a check-in"] = text => CheckIn.On(Day, 1m).Noting(text),
        ["author of a check-in"] = text => CheckIn.On(Day, 1m).By(text),
        ["part of a goal"] = text => CheckIn.On(Day, 1m).Of(text),
        ["reason of a score set by hand"] = text => ScoreOverride.Of(0.5m, text, Day),
        ["name of a milestone"] = text => Milestone.Of(text),
        ["name of a part"] = text => Goal.Part(text, Goal.YesNo()),
        ["commit zone of a goal"] = text => Goal.Ordinal(text, "b", "c"),
        ["target zone of a goal"] = text => Goal.Ordinal("a", text, "c"),
        ["stretch zone of a goal"] = text => Goal.Ordinal("a", "b", text),
        ["title of an initiative"] = text => Initiative.Define("i", text),
        ["owner of an initiative"] = text => Initiative.Define("i", "I").OwnedBy(text),
        ["text of a learning"] = text => Learning.Worked("o", text, Day),
        ["author of a learning"] = text => Learning.Worked("o", "it did", Day).By(text),
        ["name of a unit of an organisation"] = text => OrganisationUnit.Team(text),
        ["unit that another belongs to"] = text => OrganisationUnit.Team("a", text),
        ["name of an organisation"] = text => Portfolio.Of([], [], []).Named(text),
        ["words to look for"] = text => Portfolio.Of([], [], []).FindLearnings(text),
        ["name of a profile"] = text => ScoringProfile.Default.Named(text),
        ["name of a grade"] = text => GradeBand.Starting(0.5m, text),
        ["text of a finding"] = text => Finding.Of("code", FindingSeverity.Warning, FindingSubject.OfTeam("Sales"), text),
        ["name of a focus area"] = text => FocusArea.Define(text),
        ["tactic"] = text => FocusArea.Define("a").Trying(text),
    };

    public static TheoryData<string> All => [.. Entries.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void Half_a_surrogate_pair_is_no_text(string what)
    {
        foreach (var text in new[] { "a\uD800b", "\uD83D", "\uDE00\uD83D", "😀\uDE00" })
        {
            var refusal = Assert.ThrowsAny<ArgumentException>(() => Entries[what](text));
            Assert.StartsWith($"The {what} holds U+", refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(refusal.Message, char.IsSurrogate);
            Assert.NotNull(refusal.ParamName);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Whole_pairs_and_any_script_are(string what) => Entries[what]("😀 Doanh thu tháng 7 \U00020000売上");

    [Fact]
    public void What_joins_characters_is_kept_in_texts_but_is_in_no_id()
    {
        Assert.Equal("👩\u200D👩\u200D👧", Kpi.Define("a", "👩\u200D👩\u200D👧", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Day, Aggregation.Last).Name);
        Assert.Throws<ArgumentException>(() => KpiId.Of("👩\u200D👩\u200D👧"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Control_characters_and_blanks_are_not(string what)
    {
        Assert.ThrowsAny<ArgumentException>(() => Entries[what]("a\u0000b"));
        Assert.ThrowsAny<ArgumentException>(() => Entries[what](" \t "));
    }
}
