namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class Customer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}
