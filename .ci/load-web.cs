// A large organisation for load-web.sh, the same for everybody: 2,000 KPIs of 36 months and 1,000 objectives with three key results, checked in weekly.
//
//     dotnet run .ci/load-web.cs -- FILE

#:project ../src/OkrKpi/OkrKpi.csproj
#:project ../src/OkrKpi.Serialization.SystemTextJson/OkrKpi.Serialization.SystemTextJson.csproj

using System.Globalization;
using NodaTime;
using OkrKpi;
using OkrKpi.Serialization.SystemTextJson;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Teams = 100;
var first = new LocalDate(2023, 8, 1);
var asOf = new LocalDate(2026, 8, 15);
string Team(int number) => $"Team {number % Teams}";

Kpi[] kpis =
[
    .. Enumerable.Range(0, 2000).Select(number => Kpi
        .Define($"kpi-{number}", $"Orders of customer group {number}", Unit.Count("order"), Direction.HigherIsBetter)
        .Every(Cadence.Month, Aggregation.Sum).OwnedBy(Team(number)).WithTarget(100, from: first)),
];

// Between 85 and 135, so that about a third of the months miss the target.
MeasurementSeries[] series =
[
    .. kpis.Select((kpi, number) => MeasurementSeries.Of(
        kpi.Id, Enumerable.Range(0, 36).Select(month => Measurement.On(first.PlusMonths(month), 85 + (((number * 7) + (month * 13)) % 50))))),
];

Objective[] objectives =
[
    .. Enumerable.Range(0, 1000).Select(number =>
    {
        var objective = Objective.Define($"o-{number}", $"Win back customer group {number}", Cycle.Quarter(2026, 3)).OwnedBy(Team(number))
            .Addressing(kpis[number * 2])
            .With(Enumerable.Range(1, 3).Select(each => KeyResult.Define($"kr-{each}", $"Step {each} of it", Unit.Percent, Goal.FromTo(0, 100))));
        for (var week = 0; week < 6; week++)
        {
            for (var each = 1; each <= 3; each++)
            {
                objective = objective.CheckIn(
                    $"kr-{each}", new LocalDate(2026, 7, 3).PlusWeeks(week), (week * (number % 5 + 3)) + each, Confidence.OutOfTen((number % 7) + 3));
            }
        }

        return objective;
    }),
];
await File.WriteAllTextAsync(args[0], PortfolioJson.Write(Portfolio.Of(kpis, objectives, series)));
return 0;
