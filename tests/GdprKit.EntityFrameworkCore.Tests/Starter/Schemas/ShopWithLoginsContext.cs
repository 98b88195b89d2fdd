using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ShopWithLogins;

/// <summary>A shop of which the customers sign in with ASP.NET Core Identity.</summary>
public sealed class ShopWithLoginsContext(DbContextOptions<ShopWithLoginsContext> options) : IdentityDbContext<ShopUser>(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Customer>().HasOne(c => c.User).WithOne().HasForeignKey<Customer>(c => c.UserId);
        builder.Entity<UserProfile>(profile =>
        {
            profile.HasKey(p => p.UserId);
            profile.HasOne<ShopUser>().WithOne().HasForeignKey<UserProfile>(p => p.UserId);
        });
    }
}

public sealed class ShopUser : IdentityUser
{
    public DateTimeOffset? LastSignIn { get; set; }
}

public sealed class Customer
{
    public int Id { get; set; }

    public required string FullName { get; set; }

    public required string UserId { get; set; }

    public ShopUser User { get; set; } = null!;
}

/// <summary>More about a user, in a row of its own with the same key.</summary>
public sealed class UserProfile
{
    public required string UserId { get; set; }

    public string? Biography { get; set; }
}
