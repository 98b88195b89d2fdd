namespace GdprKit.EntityFrameworkCore.Consent;

public sealed class Member
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}
