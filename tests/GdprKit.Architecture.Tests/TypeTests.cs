using Mono.Cecil;

namespace GdprKit.Architecture;

public sealed class TypeTests
{
    public static TheoryData<string> Packages => [.. Repository.Packages];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_public_class_is_sealed_or_made_to_be_derived_from(string package)
    {
        using var module = ModuleDefinition.ReadModule(Repository.AssemblyPath(package));

        // A class that another one derives from was made for it.
        module.GetTypes().Where(type => IsVisible(type) && type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Where(type => !module.GetTypes().Any(other => other.BaseType?.FullName == type.FullName))
            .ShouldBeNone();
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_closed_set_of_cases_cannot_be_added_to(string package)
    {
        using var module = ModuleDefinition.ReadModule(Repository.AssemblyPath(package));

        var open = from type in module.GetTypes()
                   where IsVisible(type) && type.IsAbstract && type.NestedTypes.Any(nested => nested.BaseType == type)
                   where type.Methods.Any(method => method is { IsConstructor: true, IsStatic: false } && (method.IsPublic || IsReachableFromOutside(method, type)))
                   select type;

        open.ShouldBeNone();
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_zero_of_an_enumeration_means_that_nothing_was_said(string package)
    {
        using var module = ModuleDefinition.ReadModule(Repository.AssemblyPath(package));

        var meaningful = from type in module.GetTypes()
                         where IsVisible(type) && type.IsEnum
                         let zero = type.Fields.SingleOrDefault(field => field.HasConstant && Convert.ToInt64(field.Constant, null) == 0)
                         where zero?.Name is not ("Unknown" or "Unspecified")
                         select $"{type.FullName}: {zero?.Name ?? "no zero"}";

        meaningful.ShouldBeNone();
    }

    private static bool IsVisible(TypeDefinition type) =>
        type.IsPublic || (type.IsNestedPublic && IsVisible(type.DeclaringType));

    /// <summary>The copy constructor of a record is always protected; with it alone nobody can derive.</summary>
    private static bool IsReachableFromOutside(MethodDefinition constructor, TypeDefinition type) =>
        (constructor.IsFamily || constructor.IsFamilyOrAssembly)
        && !(constructor.Parameters.Count == 1 && constructor.Parameters[0].ParameterType == type);
}
