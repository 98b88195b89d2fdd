namespace GdprKit.Canary;

/// <summary>Somebody whose every field is a canary.</summary>
public sealed class CanaryCustomer
{
    public string Id { get; set; } = "";

    public string FirstName { get; set; } = "";

    public string LastName { get; set; } = "";

    public string Email { get; set; } = "";

    /// <summary>No map speaks of it, so it is found and told of.</summary>
    public string Phone { get; set; } = "";

    public List<CanaryOrder> Orders { get; } = [];

    internal static CanaryCustomer Piet() => new()
    {
        Id = Canaries.Key,
        FirstName = Canaries.FirstName,
        LastName = Canaries.LastName,
        Email = Canaries.Email,
        Phone = Canaries.Phone,
        Orders = { new CanaryOrder { Bought = Canaries.Purchase, On = new DateTime(2015, 3, 1, 0, 0, 0, DateTimeKind.Unspecified) } },
    };
}
