using System.Linq.Expressions;
using GdprKit.Mapping;

namespace GdprKit;

/// <content>What takes the place of values.</content>
public sealed partial class PersonalDataMapBuilder<TEntity>
{
    /// <summary>
    /// What takes the place of a value that must go and whose row stays; the same in every row. Where nothing is said, a field is emptied, and one that cannot be empty or
    /// is to be anonymised gets what is chosen by its type: <c>-</c> for a text, <c>anon-…@example.invalid</c> for the address of a person, zero, <see langword="false"/>,
    /// 1 January 1900.
    /// </summary>
    /// <typeparam name="TValue">The type of the property.</typeparam>
    /// <param name="property">The property: <c>c =&gt; c.Name</c>. Give it a category with <c>Field</c> as well.</param>
    /// <param name="value">The value. It says nothing about anybody; plans and documents tell it.</param>
    public PersonalDataMapBuilder<TEntity> ReplacedBy<TValue>(Expression<Func<TEntity, TValue>> property, TValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Replace(Path(nameof(ReplacedBy), property), new Replacement.Constant(value));
    }

    /// <summary>What takes the place of a value that must go, of a property that the class does not have.</summary>
    /// <param name="property">Its name in the store's model.</param>
    /// <param name="value">The value, of the type of the property.</param>
    public PersonalDataMapBuilder<TEntity> ReplacedBy(string property, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Replace(Path(nameof(ReplacedBy), property), new Replacement.Constant(value));
    }

    /// <summary>
    /// A text takes the place of a value that must go and whose row stays: how it begins, 16 random digits that the store makes, how it ends. It is another one in every row, for
    /// fields of which no two may be the same.
    /// </summary>
    /// <param name="property">The property: <c>c =&gt; c.Login</c>. Give it a category with <c>Field</c> as well.</param>
    /// <param name="prefix">How it begins, so that people recognise it: <c>anon-</c>. What begins and ends so and is as long counts as replaced.</param>
    /// <param name="suffix">How it ends. The default is nothing.</param>
    public PersonalDataMapBuilder<TEntity> ReplacedByRandomText(Expression<Func<TEntity, string?>> property, string prefix, string suffix = "") =>
        ReplaceByText(Path(nameof(ReplacedByRandomText), property), prefix, suffix);

    /// <summary>A text that differs from row to row takes the place of a value that must go, of a property that the class does not have.</summary>
    /// <param name="property">Its name in the store's model.</param>
    /// <param name="prefix">How it begins, so that people recognise it: <c>anon-</c>.</param>
    /// <param name="suffix">How it ends. The default is nothing.</param>
    public PersonalDataMapBuilder<TEntity> ReplacedByRandomText(string property, string prefix, string suffix = "") =>
        ReplaceByText(Path(nameof(ReplacedByRandomText), property), prefix, suffix);

    private PersonalDataMapBuilder<TEntity> ReplaceByText(PropertyPath? property, string prefix, string suffix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(suffix);
        if (Replacement.PerRow.IsPossible(prefix, suffix))
        {
            return Replace(property, new Replacement.PerRow(prefix, suffix));
        }

        _faults.Add(MapFaults.ReplacementMisfit($"{Entity}.{property}", "is to begin with nothing, or has a character that is no visible one of ASCII"));
        return this;
    }

    private PersonalDataMapBuilder<TEntity> Replace(PropertyPath? property, Replacement by)
    {
        if (property is not null && _replacements.Exists(other => other.Property == property))
        {
            _faults.Add(MapFaults.DeclaredTwice(Entity, $"what replaces {property}"));
        }

        if (property is not null)
        {
            _replacements.Add(new ReplacementMap(property, by));
        }

        return this;
    }
}
