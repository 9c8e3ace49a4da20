using System.Reflection;

namespace OkrKpi.Tests;

public class Conventions
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Types = typeof(Kpi).Assembly.GetExportedTypes();

    [Fact]
    public void Every_public_class_is_sealed_or_abstract() => Assert.DoesNotContain(Types, type => type.IsClass && !type.IsSealed && !type.IsAbstract);

    [Fact]
    public void No_property_has_a_public_setter() =>
        Assert.DoesNotContain(Types.SelectMany(type => type.GetProperties(Declared)), property => property.SetMethod?.IsPublic == true);

    [Fact]
    public void No_field_is_public_but_constants() =>
        Assert.DoesNotContain(Types.Where(type => !type.IsEnum).SelectMany(type => type.GetFields(Declared)), field => !field.IsLiteral);

    [Fact]
    public void Every_public_type_is_in_the_namespace_OkrKpi() => Assert.All(Types, type => Assert.Equal("OkrKpi", type.Namespace));

    [Fact]
    public void Every_public_type_has_a_file_of_its_own_name()
    {
        var files = Directory.EnumerateFiles(Repository.PathOf("src", "OkrKpi"), "*.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        Assert.DoesNotContain(Types.Where(type => !type.IsNested), type => !files.Contains(type.Name));
    }
}
