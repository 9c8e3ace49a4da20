using NodaTime;
using OkrKpi;

Kpi meetings = Kpi.Define("meetings", "Customer meetings held", Unit.Count("meeting"), Direction.HigherIsBetter)
    .Every(Cadence.Quarter, Aggregation.Sum)
    .WithTarget(100, from: new LocalDate(2026, 1, 1))
    .WithTarget(300, from: new LocalDate(2026, 7, 1), decidedOn: new LocalDate(2026, 6, 15), because: "reach more customers");

Console.WriteLine(meetings);
Console.WriteLine(Goal.FromTo(10, 25).Progress(17.5m));
Console.WriteLine(Goal.FromTo(100, 20).Progress(60));
