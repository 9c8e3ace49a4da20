using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

namespace OkrKpi.Testing;

/// <summary>What the methods of a type that return the same type may change.</summary>
internal abstract class Changes(Type type)
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    internal Type Type { get; } = type;

    /// <summary>The methods that were tried.</summary>
    internal HashSet<MethodInfo> Tried { get; } = [];

    /// <summary>What is wrong, a sentence each.</summary>
    internal List<string> Faults { get; } = [];

    /// <summary>The public methods of a type that return the same type.</summary>
    internal static IEnumerable<MethodInfo> Of(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => method.ReturnType == type && !method.IsSpecialName);

    internal static string Name(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(each => Name(each.ParameterType)))})";

    /// <summary>The parts of an object by name: those of a property by the name of the property.</summary>
    protected static Dictionary<string, object?> PartsOf(object owner)
    {
        var parts = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        for (var type = owner.GetType(); type is not null && type != typeof(object) && type != typeof(ValueType); type = type.BaseType)
        {
            foreach (var field in type.GetFields(Fields))
            {
                var name = field.Name;
                parts[name.StartsWith('<') ? name[1..name.IndexOf('>', StringComparison.Ordinal)] : name] = field.GetValue(owner);
            }
        }

        return parts;
    }

    protected static bool Same(object? left, object? right) => (left, right) switch
    {
        (string, _) or (_, string) => Equals(left, right),
        (IEnumerable one, IEnumerable other) => one.Cast<object?>().SequenceEqual(other.Cast<object?>(), EqualityComparer<object?>.Create(Same, static _ => 0)),
        _ => Equals(left, right),
    };

    private static string Name(Type type) =>
        type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
}

/// <summary>The changes of a type: an example with nothing set, one with everything set otherwise, and each method with what it may change.</summary>
internal sealed class Changes<T> : Changes, IEnumerable
    where T : notnull
{
    private readonly T whole;
    private readonly Dictionary<string, object?> before;

    /// <param name="bare">An example with nothing set.</param>
    /// <param name="whole">An example with everything set to something else, or else a change that forgets it is not seen.</param>
    /// <param name="follows">The parts that follow from others, or that only one kind of example can have, which need not differ.</param>
    internal Changes(T bare, T whole, params string[] follows)
        : base(typeof(T))
    {
        this.whole = whole;
        before = PartsOf(whole);
        foreach (var (name, value) in PartsOf(bare))
        {
            if (Same(value, before[name]) && !follows.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                Faults.Add($"{Type.Name}.{name} is the same in both examples, so nobody would see a change that loses it: set it in the second one.");
            }
        }
    }

    /// <summary>Tries a change.</summary>
    /// <param name="call">A call of a method that returns the same type.</param>
    /// <param name="changed">What it changes, and nothing else.</param>
    public void Add(Expression<Func<T, T>> call, params string[] changed)
    {
        var method = ((MethodCallExpression)call.Body).Method;
        Tried.Add(method.IsGenericMethod ? method.GetGenericMethodDefinition() : method);
        var after = PartsOf(call.Compile()(whole));
        foreach (var (name, value) in before)
        {
            var isNamed = changed.Contains(name, StringComparer.OrdinalIgnoreCase);
            if (Same(value, after[name]) == isNamed)
            {
                Faults.Add(isNamed
                    ? $"{Name(method)} was to change {name} and did not; let the example call it with another value."
                    : $"{Name(method)} changed {name} as well; copy the whole object and set only what the method names.");
            }
        }

        foreach (var unknown in changed.Where(name => !before.ContainsKey(name)))
        {
            Faults.Add($"{Type.Name} has no {unknown}, which {Name(method)} is said to change.");
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => Tried.GetEnumerator();
}
