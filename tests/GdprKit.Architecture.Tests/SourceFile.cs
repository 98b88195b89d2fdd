using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GdprKit.Architecture;

/// <summary>One C# file of a shipped package, with the types it declares and the place it stands in.</summary>
internal sealed class SourceFile
{
    private readonly SyntaxNode _root;

    private SourceFile(string path)
    {
        Path = path;
        var parts = path.Split('/');
        Package = parts[1];
        Room = parts.Length > 3 ? parts[2] : null;
        _root = CSharpSyntaxTree.ParseText(Repository.ReadText(path)).GetRoot();
        Types = [.. _root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Select(DeclaredType.Of)];
    }

    /// <summary>Every C# file below <c>src</c>.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Repository.Files
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => new SourceFile(file)),
    ];

    /// <summary>Relative to the solution, with slashes.</summary>
    public string Path { get; }

    /// <summary>The project, which is the package.</summary>
    public string Package { get; }

    /// <summary>The folder directly below the project; none for a file that stands beside the project file.</summary>
    public string? Room { get; }

    /// <summary>The types declared at the top of the file; nested types belong to them.</summary>
    public IReadOnlyList<DeclaredType> Types { get; }

    /// <summary>What precedes the first dot of the file name: <c>Register.Equality.cs</c> is a part of <c>Register</c>.</summary>
    public string Name => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>The text of every string literal, those between the holes of an interpolated string included.</summary>
    public IEnumerable<string> StringLiterals() => _root.DescendantTokens()
        .Where(token => token.Kind() is SyntaxKind.StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken
            or SyntaxKind.Utf8MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringTextToken)
        .Select(token => token.ValueText);

    public override string ToString() => Path;
}
