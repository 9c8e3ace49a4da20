// The same objectives, scored as different products would: what a team sees when it moves from one to another.
//
//     dotnet run profiles.cs

#:project ../../src/OkrKpi/OkrKpi.csproj

using System.Globalization;
using NodaTime;
using OkrKpi;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var asOf = new LocalDate(2026, 8, 15);

// One objective on its way, one that overshot and fell back, one that nobody has reported on in part.
var steady = Objective.Define("steady", "Raise engagement", Cycle.Quarter(2026, 3))
    .With(KeyResult.Define("open-rate", "Open rate", Unit.Percent, Goal.FromTo(4, 15)))
    .With(KeyResult.Define("reply", "Response time", Unit.Hours, Goal.FromTo(5, 1)).Weighing(2))
    .CheckIn("open-rate", new LocalDate(2026, 8, 14), 8.125m, Confidence.OutOfTen(6))
    .CheckIn("reply", new LocalDate(2026, 8, 14), 2, Confidence.OutOfTen(8));
var uneven = Objective.Define("uneven", "Grow the new region", Cycle.Quarter(2026, 3))
    .With(KeyResult.Define("customers", "New customers", Unit.Count("customer"), Goal.FromTo(0, 100)))
    .With(KeyResult.Define("churn", "Customers lost", Unit.Percent, Goal.FromTo(5, 3)))
    .CheckIn("customers", new LocalDate(2026, 8, 14), 140, Confidence.OutOfTen(9))
    .CheckIn("churn", new LocalDate(2026, 8, 14), 6, Confidence.OutOfTen(2));
var silent = Objective.Define("silent", "Publish the new site", Cycle.Quarter(2026, 3))
    .With(KeyResult.Define("pages", "Pages moved", Unit.Count("page"), Goal.FromTo(0, 40)))
    .With(KeyResult.Define("visits", "Visits a day", Unit.Count("visit"), Goal.AtLeast(1_000)))
    .CheckIn("pages", new LocalDate(2026, 8, 14), 30, Confidence.OutOfTen(7));
Objective[] objectives = [steady, uneven, silent];

Console.WriteLine($"{"score on " + asOf.ToString("uuuu-MM-dd", null),-28}{string.Concat(objectives.Select(objective => $"{objective.Id,10}"))}");
foreach (var profile in ScoringProfile.Presets.Prepend(ScoringProfile.Default))
{
    var scores = objectives.Select(objective => objective.Score(asOf, profile).Score);
    var shown = scores.Select(score => score is { } value ? $"{profile.Display.Percent(value):0.##} %" : "none");
    Console.WriteLine($"{profile.Name,-28}{string.Concat(shown.Select(text => $"{text,10}"))}");
}

Console.WriteLine();
Console.WriteLine("Why the default says what it says of 'uneven':");
Console.WriteLine(uneven.Score(asOf).Explain());
