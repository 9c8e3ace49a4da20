using System.Diagnostics;
using System.Globalization;
using System.Text;
using NodaTime;
using OkrKpi;
using OkrKpi.Serialization.SystemTextJson;

// Without arguments: starts itself again and again, in turn to say hello and to load, review and print a company, and prints how long each took.
switch (args)
{
    case ["hello"]:
        Print("Hello, World!\n");
        break;
    case ["review", var file]:
        Print(Review(PortfolioJson.Read(File.ReadAllBytes(file))));
        break;
    default:
        Measure();
        break;
}

static void Print(string text)
{
    using var output = Console.OpenStandardOutput();
    output.Write(Encoding.UTF8.GetBytes(text));
}

static string Review(Portfolio portfolio)
{
    var review = portfolio.Review(new LocalDate(2026, 11, 20));
    var text = new StringBuilder();
    foreach (var need in review.Needs)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"{need.Kpi.Name}: {need.State} {(need.Reasons.Count == 0 ? "" : need.Reasons[0].Explain().Sentence(CultureInfo.InvariantCulture))}\n");
    }

    foreach (var score in review.Objectives)
    {
        text.Append(CultureInfo.InvariantCulture, $"{score.Objective.Title}: {score.Score:0.00} {score.Pace.Status}\n");
    }

    return text.ToString();
}

static void Measure()
{
    var file = Path.GetTempFileName();
    try
    {
        File.WriteAllBytes(file, PortfolioJson.WriteUtf8(Company(), PortfolioJsonOptions.Default.With(DocumentLayout.Compact)));
        Console.WriteLine($"{new FileInfo(file).Length / 1_000} kB: 100 KPIs with 36 measurements, 50 objectives with 4 key results of 6 check-ins");
        List<double> hello = [], review = [];
        for (var round = 0; round < 21; round++)
        {
            hello.Add(Run("hello"));
            review.Add(Run("review", file));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"hello   median {Median(hello):0.0} ms, fastest {hello.Min():0.0} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"review  median {Median(review):0.0} ms, fastest {review.Min():0.0} ms"));
    }
    finally
    {
        File.Delete(file);
    }
}

static double Run(params string[] arguments)
{
    var start = Stopwatch.GetTimestamp();
    using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
    process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0
        ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
        : throw new InvalidOperationException($"'{string.Join(' ', arguments)}' ended with {process.ExitCode}.");
}

static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

static Portfolio Company()
{
    var (start, cycle) = (new LocalDate(2023, 11, 1), Cycle.Quarter(2026, 4));
    Kpi[] kpis =
    [
        .. Enumerable.Range(0, 100).Select(each => Kpi
            .Define(
                $"kpi-{each}", $"Meetings held in region {each}", each % 3 == 0 ? Unit.Percent : Unit.Count("meeting"),
                each % 4 == 0 ? Direction.LowerIsBetter : Direction.HigherIsBetter)
            .Every(Cadence.Month, each % 3 == 0 ? Aggregation.Average : Aggregation.Sum).OwnedBy("Sales")
            .WithTarget(100m, new LocalDate(2023, 1, 1)).WithTarget(110m + (each % 5), new LocalDate(2026, 1, 1))),
    ];
    return Portfolio.Of(
        kpis,
        Enumerable.Range(0, 50).Select(each => Objective.Define($"o-{each}", "Raise engagement with new "
            + "customers", cycle).OwnedBy("Customer Success").Addressing(kpis[each])
            .With(Enumerable.Range(0, 4).Select(index => KeyResult.Define($"kr-{index}", "Open rate of in-product "
                + "messages", Unit.Percent, Goal.FromTo(4m, 15m)).OwnedBy("Mai")
                .With(Enumerable.Range(0, 6).Select(week => CheckIn.On(cycle.Start.PlusDays(7 * week), 4m + ((each + week + index) % 11))
                    .With(Confidence.OutOfTen(7m))))))),
        kpis.Select((kpi, each) => MeasurementSeries.Of(kpi.Id, Enumerable.Range(0, 36)
            .Select(month => Measurement.On(start.PlusMonths(month), 90.25m + (((each * 7) + (month * 3)) % 40))))));
}
