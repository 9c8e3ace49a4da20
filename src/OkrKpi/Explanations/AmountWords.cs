using System.Globalization;

namespace OkrKpi;

/// <summary>
/// Amounts as sentences say them: grouped, with the decimals of their unit, the unit in the words of the language, differences of percentages in points.
/// </summary>
internal static class AmountWords
{
    /// <summary>An amount with its unit: 2.4 months, 1 hour, 14 %, 7/week.</summary>
    internal static string Of(decimal amount, Unit unit, CultureInfo culture) => Of(amount, unit.Number(amount, culture), unit, culture);

    /// <summary>A mean or another estimate, with as many decimals as it is worth: 98.8 of a count.</summary>
    internal static string Estimate(decimal amount, int decimals, Unit unit, CultureInfo culture) =>
        Of(amount, Math.Round(amount, decimals, MidpointRounding.AwayFromZero).ToString($"#,0.{new string('#', decimals)}", culture), unit, culture);

    private static string Of(decimal amount, string number, Unit unit, CultureInfo culture)
    {
        if (unit.Kind is not (UnitKind.Duration or UnitKind.Rate or UnitKind.Ratio))
        {
            return unit.Beside(number, culture);
        }

        return unit.Kind == UnitKind.Duration ? $"{number} {NameOf(unit, amount, culture)}"
            : unit.Of!.Kind == UnitKind.Count ? $"{number}/{Per(unit, culture)}"
            : $"{number} {(unit.Of.Kind == UnitKind.Duration ? NameOf(unit.Of, amount, culture) : unit.Of)}/{Per(unit, culture)}";
    }

    /// <summary>A difference of two amounts; of percentages it is in points.</summary>
    internal static string Difference(decimal difference, Unit unit, CultureInfo culture) =>
        unit.Kind == UnitKind.Percent ? $"{unit.Number(difference, culture)} {Numbered("unit.point", unit.Number(difference, culture), culture)}"
        : unit.Kind == UnitKind.Rating ? unit.Number(difference, culture)
        : Of(difference, unit, culture);

    /// <summary>Where a value stands beside what was asked for: 8 below, 0.4 months over, 0.57 points above.</summary>
    /// <param name="gap">How far it is from it; below 0 it falls short.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="direction">Which way is better.</param>
    /// <param name="culture">The language.</param>
    internal static string Beside(decimal gap, Unit unit, Direction direction, CultureInfo culture)
    {
        if (direction is Direction.WithinBand or Direction.None)
        {
            return gap >= 0m ? Words.Of("beside.inside", culture) : Said("beside.outside");
        }

        var isHigherBetter = direction == Direction.HigherIsBetter;
        return gap == 0m ? Words.Of("beside.exactly", culture)
            : isHigherBetter ? Said(gap < 0m ? "beside.below" : "beside.above")
            : Said(gap < 0m ? "beside.over" : "beside.under");

        // What is too little to be seen in the decimals of the unit is said without a number.
        string Said(string key)
        {
            var size = Math.Abs(gap);
            return unit.Number(size, culture) == unit.Number(0m, culture)
                ? Words.Of($"{key}Little", culture)
                : Words.Of(key, culture).Replace("{by}", Difference(size, unit, culture), StringComparison.Ordinal);
        }
    }

    /// <summary>A target: 300, at most 2 months, less than 60 days, between 70 % and 85 %.</summary>
    internal static string Of(Target target, Unit unit, Direction? direction, CultureInfo culture)
    {
        if (target.Value is { } value)
        {
            var isLower = direction == Direction.LowerIsBetter;
            var key = !target.IsStrict ? isLower ? "target.atMost" : "target.plain" : target.Fits(Direction.LowerIsBetter) ? "target.lessThan"
                : "target.moreThan";
            return Filled(key, value, value);
        }

        return target.Band switch
        {
            { Low: { } low, High: { } high } => Filled("target.between", low, high),
            { Low: { } low } => Filled("target.atLeast", low, low),
            { High: { } high } => Filled("target.atMost", high, high),
            _ => "",
        };

        string Filled(string key, decimal low, decimal high) => Words.Of(key, culture)
            .Replace("{low}", Of(low, unit, culture), StringComparison.Ordinal)
            .Replace("{high}", Of(high, unit, culture), StringComparison.Ordinal);
    }

    private static string NameOf(Unit unit, decimal amount, CultureInfo culture) => Numbered($"unit.{unit.Name}", unit.Number(amount, culture), culture);

    // The period of a rate is a word of the language; what a ratio is per was named by people.
    private static string Per(Unit unit, CultureInfo culture) => unit.Every is { } every ? Words.Of(Words.KeyOf(every), culture) : unit.Name;

    private static string Numbered(string key, string number, CultureInfo culture) => Words.Of(number == "1" ? key : $"{key}s", culture);
}
