using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Requests;

/// <summary>Clients of a workshop, their bills, which the law wants kept, and what they write to each other.</summary>
public sealed class WorkshopContext(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Client>().Property(client => client.Id).ValueGeneratedNever();
        modelBuilder.Entity<Client>().HasQueryFilter(client => !client.IsHidden);
        modelBuilder.Entity<Bill>().HasOne<Client>().WithMany(client => client.Bills).HasForeignKey(bill => bill.ClientId).OnDelete(DeleteBehavior.Restrict);
        modelBuilder.Entity<BillLine>().HasOne<Bill>().WithMany().HasForeignKey(line => line.BillId).OnDelete(DeleteBehavior.Restrict);
        modelBuilder.Entity<Wish>().HasOne<Client>().WithMany().HasForeignKey(wish => wish.ClientId).OnDelete(DeleteBehavior.Restrict);
        modelBuilder.Entity<Chat>().HasOne(chat => chat.Sender).WithMany().HasForeignKey(chat => chat.SenderId).OnDelete(DeleteBehavior.Restrict);
        modelBuilder.Entity<Chat>().HasOne(chat => chat.Receiver).WithMany().HasForeignKey(chat => chat.ReceiverId).OnDelete(DeleteBehavior.Restrict);
        modelBuilder.UseGdprKit();
    }
}

/// <summary>Somebody.</summary>
public sealed class Client
{
    public int Id { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public bool IsHidden { get; set; }

    public DateTime SignedUpAt { get; set; }

    public ICollection<Bill> Bills { get; } = [];
}

/// <summary>Kept seven years by law.</summary>
public sealed class Bill
{
    public int Id { get; set; }

    public int ClientId { get; set; }

    public string? Work { get; set; }

    public DateOnly BilledOn { get; set; }
}

/// <summary>Holds nothing of its own, and goes with its bill.</summary>
public sealed class BillLine
{
    public int Id { get; set; }

    public int BillId { get; set; }
}

/// <summary>Kept by a period of the controller's own.</summary>
public sealed class Wish
{
    public int Id { get; set; }

    public int ClientId { get; set; }

    public string? Text { get; set; }

    public DateOnly WishedOn { get; set; }
}

/// <summary>About two people.</summary>
public sealed class Chat
{
    public int Id { get; set; }

    public int SenderId { get; set; }

    public Client? Sender { get; set; }

    public int? ReceiverId { get; set; }

    public Client? Receiver { get; set; }

    public string? SenderPhone { get; set; }

    public string? Text { get; set; }
}
