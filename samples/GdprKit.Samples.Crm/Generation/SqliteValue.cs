using SQLitePCL;

namespace GdprKit.Samples.Crm.Generation;

/// <summary>A value of a row: a number, a text, or nothing.</summary>
internal readonly struct SqliteValue
{
    private readonly string? _text;
    private readonly double _real;
    private readonly long _integer;
    private readonly Kind _kind;

    private SqliteValue(Kind kind, string? text = null, long integer = 0, double real = 0) => (_kind, _text, _integer, _real) = (kind, text, integer, real);

    private enum Kind
    {
        Null,
        Text,
        Integer,
        Real,
    }

    public static implicit operator SqliteValue(string? text) => new(text is null ? Kind.Null : Kind.Text, text: text);

    public static implicit operator SqliteValue(long number) => new(Kind.Integer, integer: number);

    public static implicit operator SqliteValue(long? number) => number is { } known ? known : default(SqliteValue);

    public static implicit operator SqliteValue(double number) => new(Kind.Real, real: number);

    public int Bind(sqlite3_stmt statement, int index) => _kind switch
    {
        Kind.Text => raw.sqlite3_bind_text(statement, index, _text),
        Kind.Integer => raw.sqlite3_bind_int64(statement, index, _integer),
        Kind.Real => raw.sqlite3_bind_double(statement, index, _real),
        _ => raw.sqlite3_bind_null(statement, index),
    };
}
