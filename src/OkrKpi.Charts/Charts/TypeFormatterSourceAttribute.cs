using System.Diagnostics.CodeAnalysis;

namespace OkrKpi.Charts.Notebooks;

/// <summary>
/// Names the formatters of a type for notebooks. Kernels built on .NET Interactive's formatting look for an attribute of this name in whatever assembly,
/// so that
/// a library need not depend on them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute : Attribute
{
    private const DynamicallyAccessedMemberTypes Asked =
        DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.PublicMethods;

    internal TypeFormatterSourceAttribute([DynamicallyAccessedMembers(Asked)] Type formatterSourceType) => FormatterSourceType = formatterSourceType;

    [DynamicallyAccessedMembers(Asked)]
    public Type FormatterSourceType { get; }

    public string[] PreferredMimeTypes { get; set; } = [];
}
