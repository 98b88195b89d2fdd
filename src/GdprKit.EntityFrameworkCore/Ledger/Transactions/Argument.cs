using System.Data;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A value of a statement.</summary>
/// <param name="Name">The name with its at sign.</param>
/// <param name="Value">The value; <see langword="null"/> for the database's.</param>
/// <param name="Type">The type where the value does not tell it.</param>
internal readonly record struct Argument(string Name, object? Value, DbType? Type = null)
{
    /// <summary>The name only: the value can be a key of a person.</summary>
    public override string ToString() => Name;
}
