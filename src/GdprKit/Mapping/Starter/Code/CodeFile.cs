namespace GdprKit.Mapping;

/// <summary>A file of proposed code: usings, namespace, one class.</summary>
internal sealed class CodeFile(ProposalNames names, params IReadOnlyList<string> namespaces)
{
    private readonly SortedDictionary<string, string> _aliases = new(StringComparer.Ordinal);

    /// <summary>A class of the host as this file writes it.</summary>
    public string Write(EntityDescription entity)
    {
        var type = entity.Type;
        var name = EntityName.Of(entity);
        var full = CSharpType.FullName(type);
        var visible = names.Host.Find(name);
        if (visible == type && !names.HostHidesGdprKit)
        {
            return CSharpName.Escape(name);
        }

        // An alias comes before every type that a using brings, and behind those around the namespace.
        var isHidden = (visible is not null && visible != type && !names.HostHidesGdprKit) || !CSharpName.IsValid(name);
        if (isHidden || (_aliases.TryGetValue(name, out var other) && other != full))
        {
            return $"global::{full}";
        }

        _aliases[name] = full;
        return CSharpName.Escape(name);
    }

    /// <summary>The file.</summary>
    /// <param name="body">The lines of the class; written before, so that its aliases are known.</param>
    /// <param name="name">The name of the class.</param>
    public ProposedFile Build(string name, IReadOnlyList<string> body)
    {
        List<string> usings =
        [
            .. namespaces.OrderBy(each => !each.StartsWith("System", StringComparison.Ordinal)).ThenBy(each => each, StringComparer.Ordinal).Select(each => $"using {Global}{each};"),
            .. _aliases.Select(alias => $"using {CSharpName.Escape(alias.Key)} = {Global}{alias.Value};"),
        ];
        var heading = $"namespace {CSharpName.EscapeAll(names.Namespace)};";
        List<string> lines = names.HostHidesGdprKit ? [heading, "", .. usings, "", .. body] : [.. usings, "", heading, "", .. body];
        return new ProposedFile($"{name}.cs", $"{string.Join('\n', lines)}\n");
    }

    // Within a namespace the first name of another is looked for around it.
    private string Global => names.HostHidesGdprKit ? "global::" : "";
}
