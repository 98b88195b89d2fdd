namespace Odd.Sales
{
    public sealed class Customer
    {
        public int Id { get; set; }

        public required string FirstName { get; set; }
    }
}

namespace Odd.Support
{
    public sealed class Customer
    {
        public int Id { get; set; }

        public required string Email { get; set; }
    }
}
