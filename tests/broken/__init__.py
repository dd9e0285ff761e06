"""What editors, disks and signals do to a build."""
