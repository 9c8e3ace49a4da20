using System.Collections;
using System.Globalization;
using System.Reflection;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Arguments of any type: of the domain what calls before gave, of the rest what is common and what is extreme.</summary>
internal sealed class AnyValues(Random random)
{
    private const int MostOfAType = 60;

    private static readonly Assembly Domain = typeof(Kpi).Assembly;

    private static readonly decimal[] Decimals = [0m, 1m, 0.5m, decimal.MaxValue, decimal.MinValue, 1e-28m, -1e-28m, 1e-12m, 1e15m, -1e15m];

    private static readonly double[] Doubles = [0d, double.NaN, double.PositiveInfinity, double.Epsilon, -double.MaxValue, 1e300];

    private static readonly int[] Integers = [0, 1, -1, 366, int.MaxValue, int.MinValue];

    private static readonly string?[] Texts = [null, "", " ", "\uD800", "a\u0000", "2026-Q1", "FY2026", "UTC", "VND"];

    private static readonly LocalDate[] Dates =
    [
        LocalDate.MinIsoValue, LocalDate.MaxIsoValue, new(1, 1, 1), new(9998, 12, 31), new(2, 1, 1), new(9997, 12, 31)
    ];

    private readonly Dictionary<Type, List<object>> made = [];

    /// <summary>Keeps what a call gave, and if it is a list, what is in it.</summary>
    internal void Keep(object? result)
    {
        if (result is IEnumerable items and not string)
        {
            foreach (var item in items.Cast<object?>().Take(20))
            {
                Keep(item);
            }
        }

        for (var type = result?.GetType(); type?.Assembly == Domain && !type.IsEnum; type = type.BaseType)
        {
            if (!made.TryGetValue(type, out var kept))
            {
                made[type] = kept = [];
            }

            if (kept.Count < MostOfAType)
            {
                kept.Add(result!);
            }
            else
            {
                kept[random.Next(MostOfAType)] = result!;
            }
        }
    }

    /// <summary>Keeps all that can be reached from an object in some steps.</summary>
    internal void KeepAll(object? root, int steps)
    {
        Keep(root);
        if (root is null || steps == 0)
        {
            return;
        }

        if (root is IEnumerable items and not string)
        {
            foreach (var item in items.Cast<object?>().Take(20))
            {
                KeepAll(item, steps - 1);
            }
        }
        else if (root.GetType().Assembly == Domain && root is not ReportingPeriod)
        {
            foreach (
                var property in root.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike))
            {
                KeepAll(property.GetValue(root), steps - 1);
            }
        }
    }

    /// <summary>A value of a type; false when there is none.</summary>
    internal bool TryMake(Type type, out object? value)
    {
        value = Make(type);
        return value is not null || !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
    }

    /// <summary>What calls before gave of a type; <see langword="null"/> when they gave none.</summary>
    internal object? Made(Type type) =>
        made.TryGetValue(type, out var kept) ? kept[random.Next(kept.Count)]
        : type.IsValueType && !type.IsByRefLike ? Activator.CreateInstance(type)
        : null;

    private object? Make(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return random.Next(3) == 0 ? null : Make(underlying);
        }

        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return random.Next(25) == 0 ? Enum.ToObject(type, 77) : values.GetValue(random.Next(values.Length));
        }

        if (type.IsArray)
        {
            var list = ListOf(type.GetElementType()!);
            var array = Array.CreateInstance(type.GetElementType()!, list.Count);
            list.CopyTo(array, 0);
            return array;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(IEnumerable<>) || open == typeof(IReadOnlyList<>)))
        {
            return ListOf(type.GetGenericArguments()[0]);
        }

        if (type.IsGenericType && type.Name.StartsWith("ValueTuple", StringComparison.Ordinal))
        {
            return Activator.CreateInstance(type, [.. type.GetGenericArguments().Select(Make)]);
        }

        return type switch
        {
            _ when type == typeof(decimal) => Extreme(Decimals) ?? random.Next(-100, 10_000) / 100m,
            _ when type == typeof(double) => Extreme(Doubles) ?? random.NextDouble() * random.Next(1_000),
            _ when type == typeof(int) => Extreme(Integers) ?? random.Next(1, 14),
            _ when type == typeof(long) => (long)(Extreme(Integers) ?? random.Next(-5, 2_000)),
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(string) => random.Next(3) == 0 ? Texts[random.Next(Texts.Length)] : $"x{random.Next(4)}",
            _ when type == typeof(LocalDate) =>
                random.Next(25) == 0 ? Dates[random.Next(Dates.Length)] : new LocalDate(2026, 1, 1).PlusDays(random.Next(-400, 400)),
            _ when type == typeof(Instant) => random.Next(10) switch
            {
                0 => Instant.MinValue,
                1 => Instant.MaxValue,
                _ => Instant.FromUtc(2026, 1, 1, 0, 0).Plus(Duration.FromHours(random.Next(-9_000, 9_000))),
            },
            _ when type == typeof(IsoDayOfWeek) => (IsoDayOfWeek)random.Next(9),
            _ when type == typeof(CultureInfo) => CultureInfo.GetCultureInfo(One("", "vi-VN", "de-DE", "tr-TR")),
            _ when type == typeof(DateTimeZone) => DateTimeZoneProviders.Tzdb[One("UTC", "America/New_York", "Asia/Ho_Chi_Minh", "Pacific/Apia")],
            _ => random.Next(20) == 0 ? null : Made(type),
        };
    }

    private T? Extreme<T>(T[] extremes)
        where T : struct => random.Next(3) == 0 ? extremes[random.Next(extremes.Length)] : null;

    private string One(params string[] choices) => choices[random.Next(choices.Length)];

    private IList ListOf(Type type)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type))!;
        for (var left = random.Next(10) == 0 ? 12 : random.Next(4); left > 0; left--)
        {
            if (TryMake(type, out var item) && (item is not null || random.Next(20) == 0))
            {
                list.Add(item);
            }
        }

        return list;
    }
}
