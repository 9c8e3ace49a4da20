using static OkrKpi.OperatingCharacteristics.Noises;

namespace OkrKpi.OperatingCharacteristics;

/// <summary>The cases that are told of.</summary>
public static class Tables
{
    // 31 % chance of one miss, and of two misses in three.
    private const double Missed = -0.5;
    private const double MissedTwice = -1d / 3d;

    private static readonly (int Before, int After)[] Sizes = [(6, 3), (8, 3), (12, 2), (12, 3), (12, 6), (12, 13), (24, 3), (24, 6), (24, 13)];

    private static readonly Func<double[], bool>[] Choices =
    [
        static before => before[^1] < Missed,
        static before => before[^1] < MissedTwice && before[^2] < MissedTwice,
        static before => before[^3..].Count(static value => value < MissedTwice) >= 2,
    ];

    public static IEnumerable<Table> All() => [Errors(), Chosen(), Found(), Seasons(), Intervals(), MoreSizes(), Extremes(), Gaps(), Others()];

    private static Table Errors() => OfSizes(
        "1. No effect: false *moved* / false *worsened*, %", "noise",
        ("normal", Normal), ("uniform", Uniform), ("t, 3 df (outliers)", Outliers), ("lognormal 0.5, tail on the good side", Lognormal(0.5)),
        ("lognormal 1, tail on the good side", Lognormal(1)), ("lognormal 1, tail on the bad side", Lognormal(1).Mirrored()), ("Poisson, mean 3", Poisson(3)),
        ("Poisson, mean 20", Poisson(20)), ("AR(1) 0.3", Lasting(0.3)), ("AR(1) 0.5", Lasting(0.5)), ("AR(1) 0.7", Lasting(0.7)),
        ("trend 0.1 sd a period", Normal.Rising(0.1)), ("trend 0.2", Normal.Rising(0.2)), ("trend 0.3", Normal.Rising(0.3)), ("trend 0.5", Normal.Rising(0.5)),
        ("season 12, amplitude 1.5 sd", Normal.Seasonal()), ("season 1.5 and trend 0.3", Normal.Rising(0.3).Seasonal()),
        ("season 1.5 and AR 0.5", Lasting(0.5).Seasonal()), ("AR 0.5 and trend 0.3", Lasting(0.5).Rising(0.3)));

    private static Table Chosen()
    {
        return new(
            "2. No effect, KPI chosen because it missed: false *moved* / *worsened*, %", "chosen because | left out",
            ["6/3", "12/3", "24/3", "12/13", "AR 0.5, 12/3", "AR 0.5, 24/13"],
            [
                Row("last period missed (31 % chance) | 0", 0, By(0)), Row("last period missed (31 % chance) | 1", 1, By(0)),
                Row("last two missed | 0", 0, By(1)), Row("last two missed | 2", 2, By(1)),
                Row("two of the last three missed | 0", 0, By(2)), Row("two of the last three missed | 3", 3, By(2)),
                Row("worst of 5 KPIs in the last period | 0", 0, Worst(5, 1)), Row("worst of 5 KPIs in the last period | 1", 1, Worst(5, 1)),
                Row("worst of 10 KPIs by the mean of 3 periods | 0", 0, Worst(10, 3)), Row("worst of 10 KPIs by the mean of 3 periods | 1", 1, Worst(10, 3)),
                Row("worst of 10 KPIs by the mean of 3 periods | 3", 3, Worst(10, 3)),
            ]);

        static Func<Cell, Cell> By(int choice) => cell => cell with { Chosen = Choices[choice] };

        static Func<Cell, Cell> Worst(int series, int periods) => cell => cell with { Worst = (series, periods) };

        // Of six periods none can be spared, so as many more lie before.
        static (string, Cell?[]) Row(string name, int leftOut, Func<Cell, Cell> choose) =>
        (
            name,
            [
                .. new Cell[]
                {
                    new(6 + leftOut, 3, Normal), new(12, 3, Normal), new(24, 3, Normal), new(12, 13, Normal), new(12, 3, Lasting(0.5)),
                    new(24, 13, Lasting(0.5)),
                }.Select(cell => choose(cell) with { LeftOut = leftOut })
            ]);
    }

    private static Table Found()
    {
        (string, Cell?[])[] rows =
        [
            Row("+0.5 sd, normal", Normal, 0.5), Row("+1.0 sd, normal", Normal, 1), Row("+1.5 sd, normal", Normal, 1.5), Row("+2.0 sd, normal", Normal, 2),
            Row("+3.0 sd, normal", Normal, 3), Row("-1.0 sd, normal", Normal, -1), Row("-2.0 sd, normal", Normal, -2), Row("-3.0 sd, normal", Normal, -3),
            By("+2 sd on average, growing", static (index, count) => 4d * (index + 1) / (count + 1)),
            By("+2 sd on average, fading", static (index, count) => 4d * (count - index) / (count + 1)),
            Row("+2 sd, tail on the good side (lognormal 1)", Lognormal(1), 2), Row("-2 sd, tail on the good side (lognormal 1)", Lognormal(1), -2),
            Row("+2 sd, Poisson mean 20", Poisson(20), 2), Row("+2 sd, t 3 df", Outliers, 2), Row("+2 sd, AR 0.5", Lasting(0.5), 2),
            Row("-2 sd, AR 0.5", Lasting(0.5), -2), Row("+2 sd beyond a trend of 0.3", Normal.Rising(0.3), 2),
            Row("+3 sd beyond a trend of 0.3", Normal.Rising(0.3), 3), Row("-2 sd against a trend of 0.3", Normal.Rising(0.3), -2),
            Row("+2 sd, season 1.5", Normal.Seasonal(), 2), Row("-2 sd, season 1.5", Normal.Seasonal(), -2), Row("+3 sd, season 1.5", Normal.Seasonal(), 3),
            Row("+2 sd, normal, 1 left out", Normal, 2, 1), Row("+2 sd, normal, 2 left out", Normal, 2, 2), Row("+2 sd, normal, 3 left out", Normal, 2, 3),
        ];
        return new("3. Found, % (gain: *moved*; loss: *worsened*)", "effect", Names(Sizes), rows);

        static (string, Cell?[]) Row(string name, Noise noise, double shift, int leftOut = 0) => (name, [.. Sizes.Select(size =>
            size.Before - leftOut < 6 ? null : Shifted(new(size.Before, size.After, noise) { LeftOut = leftOut }, shift))]);

        static (string, Cell?[]) By(string name, Func<int, int, double> effect) => (name, [.. Sizes.Select(size =>
            new Cell(size.Before, size.After, Normal) { Effect = effect, Told = static shares => $"{shares.Moved:0.0}" })]);
    }

    private static Table Seasons()
    {
        return new(
            "4. The season step (24 before, 3 after; and quarterly): *moved* / *worsened*, %", "case",
            ["seen by F (default)", "season declared", "without season"],
            [
                Row("normal, no effect", 24, 3, 12, Normal), Row("AR 0.5, no effect", 24, 3, 12, Lasting(0.5)),
                Row("season, no effect", 24, 3, 12, Normal.Seasonal()), Row("season and trend, no effect", 24, 3, 12, Normal.Rising(0.3).Seasonal()),
                Row("season and AR 0.5, no effect", 24, 3, 12, Lasting(0.5).Seasonal()), Row("normal, +2 sd", 24, 3, 12, Normal, 2),
                Row("season, +2 sd", 24, 3, 12, Normal.Seasonal(), 2), Row("season and trend, +2 sd", 24, 3, 12, Normal.Rising(0.3).Seasonal(), 2),
                Row("quarterly normal 12/2, no effect", 12, 2, 4, Normal), Row("quarterly season 12/2, no effect", 12, 2, 4, Normal.Seasonal(4)),
                Row("quarterly season 16/4, no effect", 16, 4, 4, Normal.Seasonal(4)), Row("quarterly season 24/2, no effect", 24, 2, 4, Normal.Seasonal(4)),
                Row("quarterly normal 12/2, +2 sd", 12, 2, 4, Normal, 2), Row("quarterly season 12/2, +2 sd", 12, 2, 4, Normal.Seasonal(4), 2),
                Row("quarterly season 16/4, +2 sd", 16, 4, 4, Normal.Seasonal(4), 2),
            ]);

        static (string, Cell?[]) Row(string name, int before, int after, int season, Noise noise, double shift = 0d) =>
            (name, [.. new[] { season, -season, 0 }.Select(each => new Cell(before, after, noise) { Season = each, Effect = (_, _) => shift })]);
    }

    private static Table Intervals()
    {
        var rows = new (string Name, Noise Noise)[]
        {
            ("normal", Normal), ("lognormal 1, tail on the good side", Lognormal(1)), ("Poisson, mean 3", Poisson(3)), ("AR(1) 0.3", Lasting(0.3)),
            ("AR(1) 0.5", Lasting(0.5)), ("AR(1) 0.7", Lasting(0.7)), ("season 12, amplitude 1.5 sd", Normal.Seasonal()),
        };
        return new(
            "5. How often the 90 % interval around the mean of before holds the true difference, %", "noise", Names(Sizes), [.. rows.Select(row =>
                (row.Name, (Cell?[])[.. Sizes.Select(size =>
                    new Cell(size.Before, size.After, row.Noise) { Told = static shares => $"{shares.Held:0}" })]))]);
    }

    private static Table MoreSizes()
    {
        (int Before, int After)[] sizes = [(6, 13), (10, 13), (13, 13), (16, 13), (20, 13), (24, 13), (10, 3), (18, 3), (6, 2)];
        return new(
            "6. More sizes: *moved* / *worsened*, and of the right verdict, %", "periods",
            ["normal, none", "AR 0.5, none", "lognormal 1, none", "trend 0.3, none", "normal, +2 sd", "normal, -2 sd", "normal, +3 sd"],
            [.. sizes.Select(size => ($"{size.Before}/{size.After}", (Cell?[])
            [
                Of(size, Normal), Of(size, Lasting(0.5)), Of(size, Lognormal(1)), Of(size, Normal.Rising(0.3)), Shifted(Of(size, Normal), 2),
                Shifted(Of(size, Normal), -2), Shifted(Of(size, Normal), 3),
            ]))]);

        static Cell Of((int Before, int After) size, Noise noise) => new(size.Before, size.After, noise);
    }

    private static Table Extremes()
    {
        (int Before, int After)[] sizes = [(6, 2), .. Sizes];
        var rows = new (string Name, Noise Noise, double After)[]
        {
            ("lognormal 1.5", Lognormal(1.5), 1), ("lognormal 2", Lognormal(2), 1), ("Poisson mean 1", Poisson(1), 1), ("Poisson mean 0.5", Poisson(0.5), 1),
            ("Poisson mean 0.2", Poisson(0.2), 1), ("lognormal 1, AR 0.5 (shocks)", Lasting(0.5, Lognormal(1)), 1), ("normal, noise x1.5 after", Normal, 1.5),
            ("normal, noise x2 after", Normal, 2), ("random walk (sd 1 steps)", RandomWalk, 1),
        };
        return new(
            "7. No effect, more extreme noise: false *moved* / *worsened*, %", "noise", Names(sizes), [.. rows.Select(row =>
                (row.Name, (Cell?[])[.. sizes.Select(size => new Cell(size.Before, size.After, row.Noise) { NoiseAfter = row.After })]))]);
    }

    private static Table Gaps() => new(
        "8. Fifteen periods before, three of them missing, and three after: *moved* / *worsened*, %", "",
        ["normal, none", "AR 0.5, none", "AR 0.7, none", "trend 0.3, none", "normal, +2 sd"],
        [
            ("moved / worsened",
            [
                new(15, 3, Normal) { Missing = 3 }, new(15, 3, Lasting(0.5)) { Missing = 3 }, new(15, 3, Lasting(0.7)) { Missing = 3 },
                new(15, 3, Normal.Rising(0.3)) { Missing = 3 }, new(15, 3, Normal) { Missing = 3, Effect = static (_, _) => 2d },
            ]),
        ]);

    private static Table Others()
    {
        return new(
            "9. Other ways to tell, no effect, noise of a tenth of the level: false *moved* / *worsened*, %", "by",
            ["12/3", "12/3, last period missed", "AR 0.5, 12/3", "AR 0.5, 24/13", "AR 0.7, 12/3", "trend 0.3, 12/3"],
            [
                Row("a difference of 5 % of the mean before", static series => series.Judge() is { Plain.Difference: { } difference, Centre: { } centre }
                    ? Movement(difference, Math.Abs(difference) >= 0.05 * (double)centre)
                    : KpiMovement.CannotTell),
                Row("Welch's t beyond its 95 % quantile", static series => series.Welch() is { } welch
                    ? Movement(welch.T, welch.P < 0.1)
                    : KpiMovement.CannotTell),
            ]);

        static KpiMovement Movement(double difference, bool isSign) =>
            !isSign ? KpiMovement.NoSign : difference > 0d ? KpiMovement.Moved : KpiMovement.Worsened;

        static (string, Cell?[]) Row(string name, Func<BeforeAfter, KpiMovement> judge) =>
        (
            name,
            [
                .. new Cell[]
                {
                    new(12, 3, Normal), new(12, 3, Normal) { Chosen = Choices[0] }, new(12, 3, Lasting(0.5)), new(24, 13, Lasting(0.5)),
                    new(12, 3, Lasting(0.7)), new(12, 3, Normal.Rising(0.3)),
                }.Select(cell => cell with { Season = 0, Judge = judge })
            ]);
    }

    private static Table OfSizes(string title, string corner, params (string Name, Noise Noise)[] rows) => new(
        title, corner, Names(Sizes),
        [.. rows.Select(row => (row.Name, (Cell?[])[.. Sizes.Select(size => new Cell(size.Before, size.After, row.Noise))]))]);

    private static Cell Shifted(Cell cell, double shift) => cell with
    {
        Effect = (_, _) => shift,
        Told = shift > 0d ? static shares => $"{shares.Moved:0.0}" : static shares => $"{shares.Worsened:0.0}",
    };

    private static string[] Names((int Before, int After)[] sizes) => Array.ConvertAll(sizes, static size => $"{size.Before}/{size.After}");
}
