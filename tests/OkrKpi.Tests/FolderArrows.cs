using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace OkrKpi.Tests;

/// <summary>Which folder of a project knows which, by what the compiler made of it: base types, signatures, locals and calls.</summary>
/// <remarks>
/// A type lies where the sources declare it; a nested or compiler-made one counts as the type around it. Not seen, because the compiler leaves no trace:
/// <see langword="nameof"/>, constants, and what only documentation names.
/// </remarks>
internal static partial class FolderArrows
{
    /// <summary>Fails with every pair of types of which the first lies below the second and knows it all the same.</summary>
    /// <param name="assembly">The built assembly.</param>
    /// <param name="sources">The folder of its project.</param>
    /// <param name="order">The top folders, what is known by all others first; the project's own folder is <c>.</c>.</param>
    internal static void NonePointsBack(System.Reflection.Assembly assembly, string sources, params string[] order)
    {
        var folders = FoldersOfTypes(sources);
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        var types = module.Types.Where(type => folders.ContainsKey(NameOf(type))).ToArray();
        var back = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            foreach (var known in All(type).SelectMany(References).SelectMany(Parts).Where(known => known.Scope == module).Select(NameOf).Distinct())
            {
                var (from, to) = (folders[NameOf(type)], folders.GetValueOrDefault(known, folders[NameOf(type)]));
                if (LevelOf(from) < LevelOf(to))
                {
                    back.Add($"{from} -> {to}: {NameOf(type)} -> {known}");
                }
            }
        }

        Assert.True(back.Count == 0, $"{back.Count} pairs of types point back:\n{string.Join('\n', back)}");

        int LevelOf(string folder) => Array.IndexOf(order, folder) is var level and >= 0
            ? level
            : throw new InvalidOperationException($"The folder '{folder}' has no place in the order {string.Join(", ", order)}; say what it may know.");
    }

    private static Dictionary<string, string> FoldersOfTypes(string sources)
    {
        var folders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories))
        {
            var parts = Path.GetRelativePath(sources, file).Split(Path.DirectorySeparatorChar);
            if (parts[0] is not ("bin" or "obj"))
            {
                foreach (Match declared in Declaration().Matches(File.ReadAllText(file)))
                {
                    folders[declared.Groups["name"].Value] = parts.Length == 1 ? "." : parts[0];
                }
            }
        }

        return folders;
    }

    private static IEnumerable<TypeDefinition> All(TypeDefinition type) => type.NestedTypes.SelectMany(All).Prepend(type);

    private static IEnumerable<TypeReference?> References(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(each => each.InterfaceType),
        .. AttributesOf(type),
        .. Constraints(type),
        .. type.Fields.SelectMany(field => AttributesOf(field).Prepend(field.FieldType)),
        .. type.Properties.SelectMany(AttributesOf),
        .. type.Methods.SelectMany(References),
    ];

    private static IEnumerable<TypeReference?> References(MethodDefinition method) =>
    [
        method.ReturnType,
        .. AttributesOf(method),
        .. Constraints(method),
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(References) : [],
    ];

    private static IEnumerable<TypeReference?> References(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        _ => [],
    };

    private static IEnumerable<TypeReference> AttributesOf(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.Select(attribute => attribute.AttributeType);

    private static IEnumerable<TypeReference> Constraints(IGenericParameterProvider provider) =>
        provider.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    // IReadOnlyList<Kpi[]> names both the list and the KPI.
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Prepend(generic.ElementType),
        TypeSpecification made => Parts(made.ElementType),
        _ => [type],
    };

    private static string NameOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.Name.Split('`')[0];
    }

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|static|sealed|abstract|readonly|ref|partial) )*(?:(?:class|struct|enum|interface|record(?: class| struct)?) (?<name>\w+)|delegate .*?(?<name>\w+)(?:<[^()]*>)?\()",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
