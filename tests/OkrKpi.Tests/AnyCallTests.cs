using System.Reflection;
using NodaTime;
using OkrKpi.Serialization.SystemTextJson.Tests;

namespace OkrKpi.Tests;

/// <summary>Whatever is called with whatever, in whatever order: it gives a result, or refuses as its documentation says.</summary>
public sealed class AnyCallTests
{
    private const int Calls = 20_000;

    private static readonly DocumentedExceptions Documented = new();

    private static readonly MethodBase[] Members =
    [
        // What a tool adds to the assembly, such as a switch between mutants, is not ours to call.
        .. typeof(Kpi).Assembly.GetExportedTypes()
            .Where(type => type.Namespace?.StartsWith(nameof(OkrKpi), StringComparison.Ordinal) == true)
            .Where(type => !type.IsEnum && !type.IsGenericTypeDefinition && !IsExtensionBlock(type))
            .SelectMany(
                type => type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).OfType<MethodBase>())
            .Where(member => !member.IsAbstract && !member.IsGenericMethodDefinition && !(member is ConstructorInfo && member.DeclaringType!.IsAbstract))
            .Where(member => !Array.Exists(member.GetParameters(), parameter => parameter.ParameterType.IsByRef || parameter.ParameterType.IsByRefLike)),
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_call_gives_a_result_or_an_exception_that_its_documentation_names(int seed)
    {
        var random = new Random(seed);
        var values = new AnyValues(random);
        for (var each = 0; each < 5; each++)
        {
            var portfolio = Portfolios.Of((seed * 100) + each);
            values.KeepAll(portfolio, 5);
            values.KeepAll(portfolio.Review(new LocalDate(2026, 6, 30)), 5);
        }

        var surprises = new Dictionary<(MethodBase, Type), string>();
        var (given, refused) = (0, 0);
        for (var call = 0; call < Calls; call++)
        {
            var member = Members[random.Next(Members.Length)];
            var receiver = member.IsStatic || member is ConstructorInfo ? null : values.Made(member.DeclaringType!);
            if ((receiver is null && member is MethodInfo { IsStatic: false }) || !TryArguments(values, member, out var arguments))
            {
                continue;
            }

            try
            {
                values.Keep(member is ConstructorInfo constructor ? constructor.Invoke(arguments) : member.Invoke(receiver, arguments));
                given++;
            }
            catch (Exception thrown)
            {
                refused++;
                var exception = thrown is TargetInvocationException { InnerException: { } inner } ? inner : thrown;
                if (exception is not (ArgumentException or InvalidOperationException or FormatException) || !Documented.Name(member, exception))
                {
                    surprises.TryAdd(
                        (member, exception.GetType()),
                        $"{member.DeclaringType!.Name}.{member.Name}({string.Join(", ", arguments)}) at call {call}: {exception}");
                }
            }
        }

        Assert.True(surprises.Count == 0, string.Join('\n', surprises.Values));
        Assert.True(given > Calls / 2, $"{given} calls gave something, {refused} were refused; the values are too wild to try anything.");
    }

    // What the compiler writes down of an extension block: nothing in it can be called, its members are static methods of the class around it.
    private static bool IsExtensionBlock(Type type) => type.IsNested && type.Name.StartsWith('<');

    private static bool TryArguments(AnyValues values, MethodBase member, out object?[] arguments)
    {
        var parameters = member.GetParameters();
        arguments = new object?[parameters.Length];
        for (var index = 0; index < parameters.Length; index++)
        {
            if (!values.TryMake(parameters[index].ParameterType, out arguments[index]))
            {
                return false;
            }
        }

        return true;
    }
}
