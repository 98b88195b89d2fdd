using Mono.Cecil;
using Mono.Cecil.Cil;

namespace GdprKit.Architecture;

/// <summary>What a compiled type uses: in its bases, signatures, attributes and bodies.</summary>
internal static class TypeReferences
{
    /// <summary>The types of the same module that a type, its nested types included, refers to, each with the member that does.</summary>
    public static IEnumerable<(string Member, TypeDefinition Used)> Of(TypeDefinition type) =>
        from part in type.GetNestedTypesRecursively().Prepend(type)
        from reference in OfOne(part)
        from element in Unwrap(reference.Used)
        let definition = OfModule(element, type.Module)
        where definition is not null
        select (reference.Member, definition);

    /// <summary>The type that a nested type stands in, in the end.</summary>
    public static TypeDefinition Outermost(this TypeDefinition type) => type.DeclaringType?.Outermost() ?? type;

    private static IEnumerable<TypeDefinition> GetNestedTypesRecursively(this TypeDefinition type) =>
        type.NestedTypes.SelectMany(nested => nested.GetNestedTypesRecursively().Prepend(nested));

    private static TypeDefinition? OfModule(TypeReference reference, ModuleDefinition module) =>
        reference as TypeDefinition ?? (ReferenceEquals(reference.Scope, module) ? reference.Resolve() : null);

    private static IEnumerable<(string Member, TypeReference Used)> OfOne(TypeDefinition type)
    {
        IEnumerable<TypeReference?> own =
        [
            type.BaseType,
            .. type.Interfaces.Select(each => each.InterfaceType),
            .. OfConstraints(type),
            .. OfAttributes(type),
        ];
        return own.OfType<TypeReference>().Select(used => (type.Name, used))
            .Concat(type.Fields.SelectMany(field => OfAttributes(field).Prepend(field.FieldType).Select(used => (field.FullName, used))))
            .Concat(type.Properties.SelectMany(property => OfAttributes(property).Select(used => (property.FullName, used))))
            .Concat(type.Methods.SelectMany(method => OfMethod(method).Select(used => (method.FullName, used))));
    }

    private static IEnumerable<TypeReference> OfMethod(MethodDefinition method)
    {
        IEnumerable<TypeReference> signature =
        [
            method.ReturnType,
            .. method.Parameters.SelectMany(parameter => OfAttributes(parameter).Prepend(parameter.ParameterType)),
            .. OfConstraints(method),
            .. OfAttributes(method),
        ];
        return method.HasBody ? signature.Concat(OfBody(method.Body)) : signature;
    }

    private static IEnumerable<TypeReference> OfBody(MethodBody body) =>
        body.Variables.Select(variable => variable.VariableType)
            .Concat(body.ExceptionHandlers.Select(handler => handler.CatchType).OfType<TypeReference>())
            .Concat(body.Instructions.SelectMany(instruction => OfOperand(instruction.Operand)));

    private static IEnumerable<TypeReference> OfOperand(object? operand) => operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        _ => [],
    };

    private static IEnumerable<TypeReference> OfConstraints(IGenericParameterProvider owner) =>
        owner.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference> OfAttributes(ICustomAttributeProvider owner) => owner.CustomAttributes.SelectMany(attribute =>
        attribute.ConstructorArguments
            .Concat(attribute.Properties.Select(property => property.Argument))
            .Select(argument => argument.Value)
            .OfType<TypeReference>()
            .Prepend(attribute.AttributeType));

    /// <summary>Arrays, by-references and generic instances, down to the types they are made of.</summary>
    private static IEnumerable<TypeReference> Unwrap(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Unwrap).Prepend(generic.ElementType),
        TypeSpecification specification => Unwrap(specification.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
