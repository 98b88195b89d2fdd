namespace GdprKit.EntityFrameworkCore.Columns;

/// <summary>A row with a date of some type.</summary>
public sealed class Dated<T>
{
    public int Id { get; set; }

    public string Remark { get; set; } = "";

    public T? At { get; set; }
}
