using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GdprKit.Architecture;

/// <summary>A type at the top of a file.</summary>
/// <param name="Namespace">Its namespace; empty for none.</param>
/// <param name="Name">Its name without type parameters.</param>
/// <param name="Arity">How many type parameters it has.</param>
/// <param name="IsPublic">Whether other assemblies see it.</param>
internal sealed record DeclaredType(string Namespace, string Name, int Arity, bool IsPublic)
{
    /// <summary>The name the compiler gives it in metadata.</summary>
    public string MetadataName => $"{Namespace}.{Name}{(Arity == 0 ? "" : $"`{Arity}")}";

    public static DeclaredType Of(MemberDeclarationSyntax declaration)
    {
        var (name, parameters) = declaration switch
        {
            TypeDeclarationSyntax type => (type.Identifier, type.TypeParameterList),
            DelegateDeclarationSyntax type => (type.Identifier, type.TypeParameterList),
            BaseTypeDeclarationSyntax type => (type.Identifier, null),
            _ => throw new ArgumentException($"Not a type: {declaration.Kind()}.", nameof(declaration)),
        };
        var @namespace = declaration.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "";
        var isPublic = declaration.Modifiers.Any(SyntaxKind.PublicKeyword);
        return new DeclaredType(@namespace, name.ValueText, parameters?.Parameters.Count ?? 0, isPublic);
    }
}
