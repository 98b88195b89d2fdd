namespace GdprKit.InMemory.Mapping;

public class Stay
{
    public int StayId { get; set; }

    public Guid GuestId { get; set; }

    public Guest? Guest { get; set; }
}

public sealed class LongStay : Stay
{
    public decimal Discount { get; set; }
}
