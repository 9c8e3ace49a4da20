using System.Collections;
using System.Reflection;
using OkrKpi.Serialization.SystemTextJson.Tests;

namespace OkrKpi.Tests;

/// <summary>What is equal by its parts is another as soon as one part is another, and equal parts have equal hashes.</summary>
public sealed class EqualityTests
{
    private const int Calls = 6_000;

    // What a thing is called, or holds only so that it need not be worked out again.
    private static readonly HashSet<string> NoParts =
    [
        "ScoringProfile.Name", "SignalRules.Name", "Unit.seconds", "BusinessDays.missing", "PeriodAggregate.squaredDeviations", "SeasonalProfile.scaled",
        "PaceCurve.working",
    ];

    private static readonly Type[] Types =
    [
        .. typeof(Kpi).Assembly.GetExportedTypes().Where(
            type => !type.IsAbstract && !type.IsGenericTypeDefinition && typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type)),
    ];

    [Fact]
    public void A_thing_with_another_part_is_another_thing()
    {
        var values = Made();
        List<string> faults = [];
        foreach (var type in Types)
        {
            object[] things = [.. Enumerable.Range(0, 12).Select(_ => values.Made(type)).OfType<object>().Distinct(ReferenceEqualityComparer.Instance)];
            foreach (var field in FieldsOf(type).Where(field => !NoParts.Contains($"{type.Name}.{NameOf(field)}")))
            {
                foreach (var thing in things)
                {
                    var clone = CloneOf(thing);
                    if (!thing.Equals(clone) || !clone.Equals(thing) || thing.GetHashCode() != clone.GetHashCode())
                    {
                        faults.Add($"{type.Name} '{thing}' is no equal of what has the same parts");
                    }

                    var other = Array.Find(things, each => !IsSame(field.GetValue(each), field.GetValue(thing)));
                    if (other is null)
                    {
                        continue;
                    }

                    field.SetValue(clone, field.GetValue(other));
                    if (thing.Equals(clone) || clone.Equals(thing))
                    {
                        faults.Add($"{type.Name}.{NameOf(field)}: '{field.GetValue(thing)}' or '{field.GetValue(other)}' makes no difference");
                    }
                }
            }

            Assert.All(things, thing => Assert.False(thing.Equals(null) || thing.Equals("something else")));
            if (type.GetMethod("op_Equality") is { } same && type.GetMethod("op_Inequality") is { } differ)
            {
                faults.AddRange(
                    from one in things
                    from other in things
                    where one.Equals(other) != (bool)same.Invoke(null, [one, other])! || one.Equals(other) == (bool)differ.Invoke(null, [one, other])!
                    select $"{type.Name}: '{one}' and '{other}' are equal by one and not by the other");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct().Take(60)));
    }

    private static AnyValues Made()
    {
        var random = new Random(1);
        var values = new AnyValues(random);
        for (var each = 0; each < 5; each++)
        {
            values.KeepAll(Portfolios.Of(each), 5);
            values.KeepAll(Portfolios.Of(each).Review(new(2026, 6, 30)), 6);
        }

        MethodBase[] members =
        [
            .. Types.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .OfType<MethodInfo>().Where(method => !method.IsGenericMethodDefinition && method.ReturnType == type)),
            .. typeof(Goal).GetMethods(BindingFlags.Public | BindingFlags.Static),
        ];
        for (var call = 0; call < Calls; call++)
        {
            var member = members[random.Next(members.Length)];
            var receiver = member.IsStatic ? null : values.Made(member.DeclaringType!);
            object?[] arguments = new object?[member.GetParameters().Length];
            var isMade = member.IsStatic || receiver is not null;
            foreach (var parameter in member.GetParameters())
            {
                isMade = isMade && !parameter.ParameterType.IsByRef && !parameter.ParameterType.IsByRefLike
                    && values.TryMake(parameter.ParameterType, out arguments[parameter.Position]);
            }

            try
            {
                if (isMade)
                {
                    values.Keep(member.Invoke(receiver, arguments));
                }
            }
            catch (TargetInvocationException)
            {
                // What was made up is not always what can be.
            }
        }

        return values;
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var each = type; each is not null && each.Assembly == typeof(Kpi).Assembly; each = each.BaseType)
        {
            foreach (var field in each.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }

    private static string NameOf(FieldInfo field) => field.Name.TrimStart('<').Split('>')[0];

    private static object CloneOf(object thing) =>
        typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(thing, null)!;

    private static bool IsSame(object? left, object? right) =>
        left is IEnumerable some and not string && right is IEnumerable others
            ? some.Cast<object?>().SequenceEqual(others.Cast<object?>())
            : Equals(left, right);
}
