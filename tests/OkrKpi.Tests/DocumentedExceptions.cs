using System.Reflection;
using System.Xml.Linq;

namespace OkrKpi.Tests;

/// <summary>The exceptions that the documentation of a public member names.</summary>
internal sealed class DocumentedExceptions
{
    private readonly Dictionary<string, XElement> members = XDocument.Load(Path.ChangeExtension(typeof(Kpi).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => (string)member.Attribute("name")!);

    /// <summary>Whether the documentation names the exception or one it is a kind of. A null where none may be needs no words: the types say so.</summary>
    internal bool Name(MethodBase called, Exception thrown)
    {
        if (thrown is ArgumentNullException)
        {
            return true;
        }

        var member = members[IdOf(called)];
        if (member.Element("inheritdoc") is { } inherited)
        {
            // What is inherited from the platform (Equals, CompareTo) is documented there.
            if ((string?)inherited.Attribute("cref") is not { } from || !members.TryGetValue(from, out member))
            {
                return thrown is ArgumentException;
            }
        }

        var named = member.Elements("exception").Select(exception => ((string)exception.Attribute("cref")!)[2..]).ToHashSet();
        for (var type = thrown.GetType(); type != typeof(object); type = type!.BaseType)
        {
            if (named.Contains(type!.FullName!))
            {
                return true;
            }
        }

        return false;
    }

    private static string IdOf(MethodBase called)
    {
        var (kind, name) = called switch
        {
            ConstructorInfo => ("M", "#ctor"),
            _ when called.Name.StartsWith("get_", StringComparison.Ordinal) => ("P", called.Name[4..]),
            _ => ("M", called.Name),
        };
        var parameters = string.Join(',', called.GetParameters().Select(parameter => NameOf(parameter.ParameterType)));
        return $"{kind}:{called.DeclaringType!.FullName}.{name}{(parameters.Length == 0 ? "" : $"({parameters})")}";
    }

    private static string NameOf(Type type) =>
        type.IsArray ? NameOf(type.GetElementType()!) + "[]"
        : type.IsGenericType
            ? $"{type.FullName![..type.FullName!.IndexOf('`', StringComparison.Ordinal)]}{{{string.Join(',', type.GetGenericArguments().Select(NameOf))}}}"
        : type.FullName!;
}
