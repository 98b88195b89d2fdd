using System.Linq.Expressions;

namespace GdprKit;

/// <summary>Whose row it is, as a map declares it. A row can have several owners, for example a message with a sender and a recipient.</summary>
public abstract record RowOwner
{
    private RowOwner()
    {
    }

    /// <summary>The properties by which the declaration is recognised: <c>FieldOf(m =&gt; m.Sender, …)</c>.</summary>
    public abstract ValueList<PropertyPath> Properties { get; }

    /// <summary>The row is the person.</summary>
    /// <param name="Kind">What kind of person.</param>
    /// <param name="Key">The properties that tell the person from others of the kind, in order.</param>
    /// <param name="Condition">Of which rows this is true, as a function of the entity, or <see langword="null"/> for all.</param>
    public sealed record Subject(Key<SubjectKind> Kind, ValueList<PropertyPath> Key, LambdaExpression? Condition) : RowOwner
    {
        /// <inheritdoc/>
        public override ValueList<PropertyPath> Properties => Key;
    }

    /// <summary>The row belongs to whom another entity belongs to, which a navigation leads to.</summary>
    /// <param name="Navigation">The navigation, or several in a row: <c>Invoice.Customer</c>. A collection means everybody in it.</param>
    public sealed record Reference(PropertyPath Navigation) : RowOwner
    {
        /// <inheritdoc/>
        public override ValueList<PropertyPath> Properties => [Navigation];
    }

    /// <summary>The row belongs to whom another entity belongs to, whose key it holds without a navigation.</summary>
    /// <param name="Owner">The class of the other entity.</param>
    /// <param name="ForeignKey">The properties that hold its key, in the order of that key.</param>
    public sealed record ForeignKeyTo(Type Owner, ValueList<PropertyPath> ForeignKey) : RowOwner
    {
        /// <inheritdoc/>
        public override ValueList<PropertyPath> Properties => ForeignKey;
    }
}
