using System.Linq.Expressions;

namespace GdprKit;

/// <content>What a person gets of the fields.</content>
public sealed partial class PersonalDataMapBuilder<TEntity>
{
    /// <summary>
    /// Fields in which somebody else can be named: notes of an employee, a complaint about a neighbour. A person gets such a text only after somebody has read it, whole or
    /// with what is about others left out (Art. 15(4)); until then it is withheld, and the export says so. Give them a category with <c>Field</c> as well.
    /// </summary>
    /// <param name="properties">The properties.</param>
    public PersonalDataMapBuilder<TEntity> MayNameOthers(params ReadOnlySpan<Expression<Func<TEntity, object?>>> properties)
    {
        _mayNameOthers.AddRange(Paths(nameof(MayNameOthers), properties));
        return this;
    }

    /// <summary>Fields in which somebody else can be named, and that the class does not have.</summary>
    /// <param name="properties">Their names in the store's model.</param>
    public PersonalDataMapBuilder<TEntity> MayNameOthers(params ReadOnlySpan<string> properties)
    {
        _mayNameOthers.AddRange(Paths(nameof(MayNameOthers), properties));
        return this;
    }

    /// <summary>
    /// Fields that the person did not provide, because they were derived or came from somebody else: a score, a remark. They are shown to who asks for access, and are no part of
    /// what one takes along (Art. 20(1)). Every other field counts as provided, also by using the service. Give them a category with <c>Field</c> as well.
    /// </summary>
    /// <param name="properties">The properties.</param>
    public PersonalDataMapBuilder<TEntity> NotProvided(params ReadOnlySpan<Expression<Func<TEntity, object?>>> properties)
    {
        _notProvided.AddRange(Paths(nameof(NotProvided), properties));
        return this;
    }

    /// <summary>Fields that the person did not provide, and that the class does not have.</summary>
    /// <param name="properties">Their names in the store's model.</param>
    public PersonalDataMapBuilder<TEntity> NotProvided(params ReadOnlySpan<string> properties)
    {
        _notProvided.AddRange(Paths(nameof(NotProvided), properties));
        return this;
    }
}
