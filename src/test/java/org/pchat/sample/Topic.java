package org.pchat.sample;

import java.util.Set;

/** What a stretch of chat is about, told by the words in it. */
@SuppressWarnings("ImmutableEnumChecker") // the set is immutable
enum Topic {
  NETWORK(
      "wifi wireless router ethernet dhcp dns network networking vpn proxy wlan0 eth0 firewall"),
  GRAPHICS("nvidia ati xorg driver drivers resolution monitor compiz display screen graphics x"),
  SOUND("sound alsa audio pulseaudio mp3 music video codec codecs vlc flash totem volume"),
  PACKAGES("apt package packages dpkg deb synaptic repository repositories repos universe upgrade"),
  DISKS("disk partition partitions drive drives mount fdisk ext3 ext4 ntfs usb raid lvm swap"),
  BOOT("grub kernel boot boots booting bios livecd initrd module modules install installer"),
  DESKTOP("gnome kde unity desktop panel menu theme window windows icon firefox browser xfce"),
  SERVER("server apache mysql php postfix cron log logs daemon samba nfs ftp ssh sshd"),
  SHELL("bash shell script terminal sed awk grep command permissions chmod sudo directory folder"),
  PRINTING("printer printers printing cups scanner print"),
  RUST("");

  private final Set<String> words;

  Topic(String words) {
    this.words = Set.of(words.split(" ", -1));
  }

  /** Returns whether {@code word}, in lower case, speaks of this. */
  boolean hears(String word) {
    return words.contains(word);
  }
}
