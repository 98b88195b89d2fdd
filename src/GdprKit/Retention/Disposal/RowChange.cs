using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>What becomes of rows.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public abstract record RowChange
{
    private RowChange()
    {
    }

    /// <summary>The rows go.</summary>
    public sealed record Delete : RowChange
    {
        /// <summary>The name of the change.</summary>
        public override string ToString() => "delete";
    }

    /// <summary>The rows stay as they are, and say by a property whether they are archived.</summary>
    /// <param name="Property">The property, of type <see cref="bool"/>; what it says before is part of the condition on the rows.</param>
    /// <param name="IsArchived">What it says then.</param>
    public sealed record Archive(PropertyPath Property, bool IsArchived) : RowChange
    {
        /// <summary>The name of the change, with the property.</summary>
        public override string ToString() => $"{(IsArchived ? "archive" : "take out of the archive")} by {Property}";
    }

    /// <summary>
    /// The rows stay without some of their values. Only rows change that hold one of them: a value in one of <see cref="Fields"/>, or another value than what takes its
    /// place in one of <see cref="Replacements"/>.
    /// </summary>
    /// <param name="Fields">The properties that are emptied; each can be without a value. None where values are only replaced.</param>
    public sealed record Empty(ValueList<PropertyPath> Fields) : RowChange
    {
        /// <summary>The properties whose values are replaced, each with what takes their place. One without a value stays without.</summary>
        /// <value>The default is none.</value>
        public ValueList<FieldReplacement> Replacements { get; init; } = [];

        /// <summary>Whether a row is left to change, as a condition.</summary>
        public RowCondition.Holds Holding => new(Fields) { Replacements = Replacements };

        /// <summary>Whether the value of a property goes.</summary>
        /// <param name="property">The property.</param>
        public bool Takes(PropertyPath property) => Fields.Contains(property) || Replacements.Any(replacement => replacement.Property == property);

        /// <summary>The name of the change, with the properties.</summary>
        public override string ToString() => string.Join(
            "; ",
            new[] { Fields.IsEmpty ? null : $"empty {string.Join(", ", Fields)}", Replacements.IsEmpty ? null : $"replace {string.Join(", ", Replacements)}" }.OfType<string>());
    }
}
