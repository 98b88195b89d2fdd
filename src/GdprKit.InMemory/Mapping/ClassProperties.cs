using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using GdprKit.Mapping;

namespace GdprKit.InMemory;

/// <summary>Describes the properties of a class; what its objects own is flattened, what they lead to is left out.</summary>
internal sealed class ClassProperties(Func<Type, bool> isKept, Func<Type, string> declaredBy)
{
    private readonly NullabilityInfoContext _nullability = new();

    public static IEnumerable<PropertyDescription> Of(Type type, Func<Type, bool> isKept, Func<Type, string> declaredBy) =>
        new ClassProperties(isKept, declaredBy).Of(type, new Surroundings("", null, IsOptional: false, IsCollection: false, [type]));

    private IEnumerable<PropertyDescription> Of(Type type, Surroundings within) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(IsStored)
        .SelectMany(property => Describe(property, within));

    // What a class computes from its other properties has neither a setter nor a field.
    private static bool IsStored(PropertyInfo property) => property.GetIndexParameters().Length == 0
        && (property.SetMethod is not null
            || property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null);

    private IEnumerable<PropertyDescription> Describe(PropertyInfo property, Surroundings within)
    {
        var type = property.PropertyType;
        var item = ItemOf(type);
        if (isKept(item ?? type))
        {
            return [];
        }

        var isOptional = _nullability.Create(property).ReadState is not NullabilityState.NotNull;
        return IsOwned(item ?? type) && !within.Classes.Contains(item ?? type)
            ? Of(item ?? type, within.Enter(property, declaredBy, item ?? type, isOptional && item is null, item is not null))
            : [Describe(property, within, isOptional)];
    }

    private PropertyDescription Describe(PropertyInfo property, Surroundings within, bool isOptional) => new()
    {
        Path = PropertyPath.Parse(within.Prefix + property.Name),
        Type = property.PropertyType,
        IsNullable = isOptional || within.IsOptional,
        MaxLength = property.GetCustomAttribute<MaxLengthAttribute>()?.Length ?? property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength,
        IsCollection = within.IsCollection,
        DeclaredBy = within.Entity ?? declaredBy(property.DeclaringType!),
        Marks = PersonalDataMarks.On(property),
    };

    /// <summary>A class of the host's own, whose objects are part of another object.</summary>
    private static bool IsOwned(Type type) =>
        type is { IsClass: true, IsArray: false } && type != typeof(string) && type.Namespace?.Split('.')[0] is not ("System" or "NodaTime");

    private static Type? ItemOf(Type type) => type == typeof(string) || !type.IsAssignableTo(typeof(IEnumerable))
        ? null
        : type.GetInterfaces().Append(type)
            .Where(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(each => each.GetGenericArguments()[0])
            .FirstOrDefault();

    private sealed record Surroundings(string Prefix, string? Entity, bool IsOptional, bool IsCollection, ValueList<Type> Classes)
    {
        public Surroundings Enter(PropertyInfo member, Func<Type, string> declaredBy, Type type, bool isOptional, bool isCollection) => new(
            $"{Prefix}{member.Name}.", Entity ?? declaredBy(member.DeclaringType!), IsOptional || isOptional, IsCollection || isCollection, [.. Classes, type]);
    }
}
