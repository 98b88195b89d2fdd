using System.Data.Common;

namespace GdprKit.Benchmarks.Databases;

/// <summary>A statement as it was sent.</summary>
/// <param name="Text">The text.</param>
/// <param name="Parameters">Its parameters, which another command may use.</param>
internal sealed record SentStatement(string Text, IReadOnlyList<DbParameter> Parameters)
{
    /// <summary>What a command is about to send.</summary>
    public static SentStatement Of(DbCommand command) => new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Apart)]);

    /// <summary>The statement, and the values of its parameters as a comment.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Parameters.Select(parameter => $"-- {parameter.ParameterName} = {parameter.Value}").Append(Text));

    /// <summary>A parameter that belongs to no command yet. One of Npgsql belongs to one; one of SQLite to none.</summary>
    public static DbParameter Apart(DbParameter parameter) => parameter is ICloneable own ? (DbParameter)own.Clone() : parameter;
}
